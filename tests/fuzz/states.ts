import { asFacet, TEXT_LIMIT } from '../../src/domain/filters.ts';
import { CHECKS } from '../../src/domain/mark.ts';
import { CERTAINTIES, STATEMENT_KINDS } from '../../src/domain/statement.ts';
import { TIE_KINDS, tieKey } from '../../src/domain/tie.ts';
import { EMBEDS, PAGES, THEMES, TIES_VIEWS, WALL_ORDERS } from '../../src/domain/view.ts';
import { EMPTY_LINK, type LinkState } from '../../src/url/link.ts';
import type { Random } from './random.ts';
import { TOKENS } from './tokens.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('');
const word = (random: Random) => Array.from({ length: 1 + random.below(6) }, () => random.pick(LETTERS)).join('');
const slug = (random: Random) => (random.once(3) ? `${word(random)}-${word(random)}` : word(random));
const someOf = <T extends string>(random: Random, one: () => T): T[] =>
  asFacet(Array.from({ length: random.once(40) ? random.below(200) : 1 + random.below(4) }, one));
const day = (random: Random) => new Date(random.below(4e9) * 1000).toISOString().slice(0, 10);

function tie(random: Random) {
  const kind = random.pick(TIE_KINDS);
  const from = slug(random);
  const to = `${from}-${word(random)}`;
  if (kind === 'mediation') return tieKey({ kind, from: [from], to: [to, `${to}-c`] });
  return tieKey(random.once(2) ? { kind, from: [from, to], to: [] } : { kind, from: [from], to: [to] });
}

type Setter = (state: LinkState, random: Random) => void;

const SETTERS: Setter[] = [
  ({ filters }, random) => Object.assign(filters, { articles: someOf(random, () => slug(random)) }),
  ({ filters }, random) => Object.assign(filters, { actors: someOf(random, () => slug(random)) }),
  ({ filters }, random) => Object.assign(filters, { places: someOf(random, () => slug(random)) }),
  ({ filters }, random) => Object.assign(filters, { relays: someOf(random, () => slug(random)) }),
  ({ filters }, random) => Object.assign(filters, { topics: someOf(random, () => slug(random)) }),
  ({ filters }, random) => Object.assign(filters, { ties: someOf(random, () => tie(random)) }),
  ({ filters }, random) => Object.assign(filters, { kinds: someOf(random, () => random.pick(STATEMENT_KINDS)) }),
  ({ filters }, random) => Object.assign(filters, { certainties: someOf(random, () => random.pick(CERTAINTIES)) }),
  ({ filters }, random) => Object.assign(filters, { checked: someOf(random, () => random.pick(CHECKS)) }),
  ({ filters }, random) => Object.assign(filters, { tieKinds: someOf(random, () => random.pick(TIE_KINDS)) }),
  ({ filters }, random) => Object.assign(filters, { from: day(random) }),
  ({ filters }, random) => Object.assign(filters, { to: day(random) }),
  ({ filters }, random) => Object.assign(filters, { text: random.pick(TOKENS).slice(0, TEXT_LIMIT) }),
  ({ view }, random) => Object.assign(view, { page: random.pick(PAGES) }),
  ({ view }, random) => Object.assign(view, { ties: random.pick(TIES_VIEWS), order: random.pick(WALL_ORDERS) }),
  ({ view }, random) => Object.assign(view, { theme: random.pick(THEMES) }),
  ({ view }, random) => Object.assign(view, { embed: random.pick(EMBEDS) }),
  ({ view }, random) => Object.assign(view, { kiosk: 5 + random.below(3_596), check: 10 + random.below(86_391) }),
  ({ view }, random) => Object.assign(view, { night: { from: random.below(12), to: 12 + random.below(12) } }),
  ({ view }, random) => Object.assign(view, { play: `${word(random)}/${word(random)}.json` }),
  ({ view }, random) => Object.assign(view, { pair: ['a', slug(random)] }),
  ({ view }, random) =>
    Object.assign(view, { story: word(random).repeat(1 + random.below(300)), step: 1 + random.below(99) }),
  ({ view }, random) =>
    Object.assign(view, {
      opened: { mark: random.once(2) ? slug(random) : tie(random), passage: 1 + random.below(99) },
    }),
  ({ rest }, random) => rest.push([random.pick(TOKENS), random.pick(TOKENS)]),
];

/** A state of a link with some of its parts set; what is not ours in it is anything. */
export function randomState(random: Random): LinkState {
  const state: LinkState = { filters: { ...EMPTY_LINK.filters }, view: { ...EMPTY_LINK.view }, rest: [] };
  for (let more = 1 + random.below(5); more > 0; more -= 1) random.pick(SETTERS)(state, random);
  // An embed keeps nothing that is not ours.
  if (state.view.embed !== null) state.rest = [];
  return state;
}
