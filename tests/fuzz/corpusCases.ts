import { deskCorpus } from '../features/deskCorpus.ts';
import { BUNDLED_TEXT, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';
import type { Random } from './random.ts';
import { mutatedText } from './textMutations.ts';
import { TOKENS } from './tokens.ts';
import { mutatedTree, type Spot, spotsOf } from './treeMutations.ts';

type Base = { text: string; spots: Spot[] };

function baseOf(text: string): Base {
  return { text, spots: spotsOf(JSON.parse(text)) };
}

const MINIMAL = baseOf(JSON.stringify(minimalCorpus()));
const SMALL = baseOf(JSON.stringify(smallCorpus()));
const DESK = baseOf(JSON.stringify(deskCorpus()));
const BUNDLED = baseOf(BUNDLED_TEXT);

function baseFor(random: Random): Base {
  if (random.once(400)) return BUNDLED;
  return random.pick([MINIMAL, SMALL, SMALL, SMALL, SMALL, DESK]);
}

/** A text at the bounds of the door: very deep, very long, or with very many values. */
function extreme(random: Random): string {
  const count = 10 ** (2 + random.below(4)) + random.below(3);
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['[{"spans":', '}]'],
  ] as const);
  const kinds = [
    () => `${open.repeat(count)}1${close.repeat(count)}`,
    () => open.repeat(count),
    () => SMALL.text + ' '.repeat(count * 300),
    () => SMALL.text.replace('"flags":[', () => `"flags":[${'0,'.repeat(count)}`),
    () => SMALL.text.replace('"flags":[', () => `"flags":[${`${open}1${close},`.repeat(count)}`),
    () => SMALL.text.replace('"moon"', () => `"${'moon'.repeat(count)}"`),
    () =>
      SMALL.text.replace('"metonyms":[]', () => `"metonyms":[${Array.from({ length: count }, (_, at) => `"n${at}"`)}]`),
    () => `{${Array.from({ length: count }, (_, at) => `"k${at}":${at}`)}}`,
  ];
  return random.pick(kinds)();
}

/** Tokens one behind the other, now and then with the signs of JSON between them. */
function soup(random: Random): string {
  const parts = Array.from({ length: random.below(12) }, () =>
    random.once(3) ? JSON.stringify(random.pick(TOKENS)) : random.pick(TOKENS),
  );
  return parts.join(random.pick(['', ' ', ',', ':', '\n']));
}

/** The text of a case: mostly a small valid corpus with a few things changed in its tree, in its text, or in both. */
export function corpusCase(random: Random): string {
  if (random.once(5_000)) return extreme(random);
  if (random.once(50)) return soup(random);
  const base = baseFor(random);
  const kind = random.below(10);
  const text = kind < 7 ? mutatedTree(base.text, base.spots, random) : base.text;
  return kind >= 7 || random.once(8) ? mutatedText(text, random) : text;
}
