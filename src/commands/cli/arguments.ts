import { type ParseArgsConfig, parseArgs } from 'node:util';

/** An option of a command. `value` is what it takes, in capitals; without it, it is a switch. */
type Option = { value?: string; many?: true; says: string };
export type Options = Readonly<Record<string, Option>>;

/** What was typed after a command, by the names of its options. */
export type Given = {
  has(name: string): boolean;
  text(name: string): string | undefined;
  list(name: string): string[];
  rest: string[];
};

/** A call that a command does not know. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** How many letters have to be put in, taken out or replaced to make one word of another. */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1)
      next.push(Math.min((row[j] ?? 0) + (letter === b[j] ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The word of a list that is most like the given one; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const ranked = known
    .map((name) => ({ name, apart: name.startsWith(word) && word.length > 1 ? 0.5 : lettersApart(word, name) }))
    .sort((a, b) => a.apart - b.apart);
  const [best] = ranked;
  return best && best.apart <= Math.max(word.length, best.name.length) / 2 ? best.name : null;
}

const ALWAYS: Options = { help: { says: 'says how the command is used' } };

/** Reads what was typed after a command; throws `WrongUsage` with a sentence for what it does not know. */
export function readArguments(args: readonly string[], own: Options): Given {
  const options = { ...own, ...ALWAYS };
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', multiple: true, ...(name === 'help' ? { short: 'h' } : {}) },
    ]) as [string, NonNullable<ParseArgsConfig['options']>[string]][],
  );
  const loose = parseArgs({ args: [...args], options: config, strict: false, allowPositionals: true, tokens: true });
  for (const token of loose.tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) {
      const near = nearest(token.name, Object.keys(options));
      throw new WrongUsage(`There is no option ${token.rawName}${near ? `; did you mean --${near}?` : '.'}`);
    }
    if (option.value !== undefined && (token.value === undefined || (!token.inlineValue && /^-./.test(token.value))))
      throw new WrongUsage(`--${token.name} needs a value: --${token.name} ${option.value}`);
    if (option.value === undefined && token.value !== undefined)
      throw new WrongUsage(`--${token.name} takes no value.`);
    const times = loose.tokens.filter((one) => one.kind === 'option' && one.name === token.name).length;
    if (option.value !== undefined && !option.many && times > 1)
      throw new WrongUsage(`--${token.name} is there ${times} times; once is enough.`);
  }
  const values = loose.values as Record<string, (string | boolean)[] | undefined>;
  const list = (name: string) => (values[name] ?? []).filter((one) => typeof one === 'string');
  return {
    has: (name) => values[name] !== undefined,
    text: (name) => list(name)[0],
    list,
    rest: loose.positionals,
  };
}

/** A whole number within bounds that an option was given; undefined when it was not. */
export function numberOf(given: Given, name: string, least: number, most: number): number | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new WrongUsage(`--${name} takes a whole number from ${least} to ${most}, not “${text}”.`);
}

/** A word of a list that an option was given; undefined when it was not. */
export function choiceOf<T extends string>(given: Given, name: string, choices: readonly T[]): T | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  const near = nearest(text, choices);
  throw new WrongUsage(
    `--${name} takes one of ${choices.join(', ')}, not “${text}”${near ? `; did you mean ${near}?` : '.'}`,
  );
}
