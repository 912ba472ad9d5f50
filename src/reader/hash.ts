/** Hashes a word to 32 bits (FNV-1a over its UTF-16 code units). */
export function hashWord(word: string): number {
  let hash = 2166136261;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 16777619);
  return hash | 0;
}

/** Mixes two 32-bit numbers to one; the order matters. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ b, 0x9e3779b1);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** Collects the hashed features of one decision in a buffer that is used again and again. */
export class FeatureBuffer {
  readonly at = new Int32Array(96);
  size = 0;
  private name = 0;

  constructor(private readonly mask: number) {}

  /** Empties the buffer; `first` numbers the family of features that follows. */
  begin(first: number): void {
    this.size = 0;
    this.name = first;
  }

  /** Adds a feature whose value is made of two numbers; features are told apart by the order in which they come. */
  add(x: number, y = 0): void {
    this.at[this.size++] = mix(mix(this.name++, x), y) & this.mask;
  }
}
