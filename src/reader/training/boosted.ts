import { leaf, type Tree } from '../confidence.ts';

/** One claim: its evidence, and whether it was right. */
type Claim = { evidence: readonly number[]; right: boolean };

/** How the trees are learnt. */
const TREES = 80;
const RATE = 0.1;
const FEWEST = 10;
const SHRINK = 1;
/** Evidence is cut at so many places at most. */
const CUTS = 24;

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
const NO_CUT = 1e6;

/** The places where each sort of evidence may be cut: between its values, evenly by how many claims lie between them. */
function cutsOf(claims: readonly Claim[]): number[][] {
  const size = claims[0]?.evidence.length ?? 0;
  return Array.from({ length: size }, (_, at) => {
    const values = claims.map(({ evidence }) => evidence[at] as number).sort((a, b) => a - b);
    const cuts = new Set<number>();
    for (let k = 1; k <= CUTS; k++) {
      const i = Math.floor((k * values.length) / (CUTS + 1));
      let low = i;
      while (low > 0 && values[low - 1] === values[i]) low--;
      if (low > 0) cuts.add(rounded(((values[low - 1] as number) + (values[low] as number)) / 2));
      let high = i;
      while (high < values.length - 1 && values[high + 1] === values[i]) high++;
      if (high < values.length - 1) cuts.add(rounded(((values[high] as number) + (values[high + 1] as number)) / 2));
    }
    return [...cuts].sort((a, b) => a - b);
  });
}

/** The best place to cut the claims of a branch, and the two values beyond it. */
type Cut = { at: number; from: number; low: number; high: number; gain: number };

/** Learns small trees one after the other, each from what those before leave unexplained (gradient boosting, Friedman 2001). */
export function boosted(claims: readonly Claim[]): { base: number; trees: Tree[] } {
  const right = claims.filter((claim) => claim.right).length;
  const base = rounded(Math.log((right + 1) / (claims.length - right + 1)));
  const cuts = cutsOf(claims);
  const bins = cuts.map((list, at) =>
    Uint8Array.from(claims, ({ evidence }) => list.filter((cut) => (evidence[at] as number) >= cut).length),
  );
  const scores = new Float64Array(claims.length).fill(base);
  const slopes = new Float64Array(claims.length);
  const bends = new Float64Array(claims.length);
  const all = Int32Array.from(claims, (_, i) => i);
  const trees: Tree[] = [];
  for (let n = 0; n < TREES; n++) {
    for (const [i, claim] of claims.entries()) {
      const odds = 1 / (1 + Math.exp(-(scores[i] as number)));
      slopes[i] = (claim.right ? 1 : 0) - odds;
      bends[i] = odds * (1 - odds);
    }
    const first = bestCut(all, bins, slopes, bends);
    const list = cuts[first.at] ?? [];
    const place = list[first.from] ?? NO_CUT;
    const [low, high] = [all.filter((i) => !isHigh(i, first, bins)), all.filter((i) => isHigh(i, first, bins))];
    const branches = [low, high].map((part) => bestCut(part, bins, slopes, bends));
    const [left, other] = branches as [Cut, Cut];
    const tree: Tree = [
      ...[first.at, place],
      ...[left.at, cuts[left.at]?.[left.from] ?? NO_CUT, left.low, left.high],
      ...[other.at, cuts[other.at]?.[other.from] ?? NO_CUT, other.low, other.high],
    ].map(rounded);
    trees.push(tree);
    for (const [i, { evidence }] of claims.entries()) scores[i] = (scores[i] as number) + leaf(tree, evidence);
  }
  return { base, trees };
}

const isHigh = (i: number, { at, from }: Cut, bins: readonly Uint8Array[]) => (bins[at]?.[i] ?? 0) > from;

function bestCut(part: Int32Array, bins: readonly Uint8Array[], slopes: Float64Array, bends: Float64Array): Cut {
  let [slope, bend] = [0, 0];
  for (const i of part) {
    slope += slopes[i] as number;
    bend += bends[i] as number;
  }
  const value = (s: number, b: number) => (RATE * s) / (b + SHRINK);
  const whole = value(slope, bend);
  let best: Cut = { at: 0, from: 2 * CUTS, low: whole, high: whole, gain: 1e-6 };
  const sums = new Float64Array(2 * CUTS + 2);
  const curves = new Float64Array(2 * CUTS + 2);
  const sizes = new Int32Array(2 * CUTS + 2);
  const worth = (s: number, b: number) => (s * s) / (b + SHRINK);
  for (const [at, bin] of bins.entries()) {
    sums.fill(0);
    curves.fill(0);
    sizes.fill(0);
    for (const i of part) {
      const k = bin[i] as number;
      sums[k] = (sums[k] as number) + (slopes[i] as number);
      curves[k] = (curves[k] as number) + (bends[i] as number);
      sizes[k] = (sizes[k] as number) + 1;
    }
    let [s, b, size] = [0, 0, 0];
    for (let from = 0; from < 2 * CUTS + 1; from++) {
      s += sums[from] as number;
      b += curves[from] as number;
      size += sizes[from] as number;
      if (size < FEWEST || part.length - size < FEWEST) continue;
      const gain = worth(s, b) + worth(slope - s, bend - b) - worth(slope, bend);
      if (gain > best.gain) best = { at, from, low: value(s, b), high: value(slope - s, bend - b), gain };
    }
  }
  return best;
}
