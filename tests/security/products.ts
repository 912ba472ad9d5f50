import type { Corpus } from '../../src/domain/corpus.ts';
import { byHand } from '../fixtures/byHand.ts';
import { NAME_BOMBS } from '../fixtures/nameBombs.ts';
import {
  actor,
  corpusOf,
  event,
  flag,
  linesOf,
  place,
  relation,
  some,
  span,
  spansOf,
  statement,
  word,
} from '../fixtures/productFiles.ts';

/**
 * A computation whose cost is a product of two sizes of a file. `over` is a file that the door refuses with the code; `most` one that
 * it takes and that makes the product as large as it gets, with the views in which no task may be long.
 */
export type Product = {
  name: string;
  computation: string;
  sizes: string;
  where: 'page' | 'worker' | 'page, in portions';
  bound: string;
  over?: { file: () => Corpus; code: string };
  most?: { file: () => Corpus; views: readonly View[] };
};

/** The views that are tried, by what is done in them. */
export type View = 'desk' | 'filter' | 'menus' | 'tellings' | 'paper' | 'search' | 'kiosk';

const A = 't0';
const B = 't1';
const text = linesOf(250);
const [inA, inB] = [spansOf(A, text), spansOf(B, text)];
const firstOf = (corpusText: string) => span(A, corpusText, 0, 1);
const open = { status: 'unresolved' as const, candidates: ['p0'], reason: 'Nobody is named.' };

const tiesOf = (relations: number) =>
  corpusOf(['a b'], ([own = '']) => ({
    actors: some(2000, (at) => actor(`p${at}`, `Ann ${word(at)}`)),
    relations: some(relations, (at) =>
      relation(`r${at}`, [span(A, own, 0, 1), span(A, own, 2, 3)], {
        actors: some(12, (nth) => `p${(at * 7 + nth) % 1000}`),
        recipients: some(12, (nth) => `p${1000 + ((at * 11 + nth) % 1000)}`),
      }),
    ),
  }));

const denseOf = (statements: number) => {
  const own = some(statements, word).join(' ');
  return corpusOf([own], () => ({
    actors: some(statements, (at) => actor(`p${at}`, `Ann ${word(at)}`)),
    statements: spansOf(A, own).map((one, at) =>
      statement(`s${at}`, [one], { speaker: { status: 'named', actor: `p${at}` } }),
    ),
  }));
};

const sameOf = (pairs: number) => {
  const own = some(pairs, (at) => `${word(at)} said it again and again`).join('\n');
  const lines = [A, B].map((id) => spansOf(id, own, /.+/g));
  return corpusOf([own, own], () => ({
    statements: lines.flatMap((spans, side) =>
      spans.map((one, at) => statement(`s${side}-${at}`, [one], { same: `g${at}`, speaker: open })),
    ),
    flags: some(1000, (at) => flag(`f${at}`, 'truncated', [lines[0]?.[at] ?? firstOf(own)])),
  }));
};

/** All products of the app, in the order of what can freeze it soonest. The document and the tests are made of this list. */
export const PRODUCTS: readonly Product[] = [
  {
    name: 'same',
    computation: 'two tellings: joins, their paragraphs and who speaks before them',
    sizes: 'statements of one article × of the other; joins × paragraphs',
    where: 'page',
    bound: '300 paragraphs, 30,000 characters and 2,000 passages are compared, 60 joined; the page says what is left',
    most: { file: () => sameOf(20_000), views: ['desk', 'tellings', 'paper', 'search', 'kiosk'] },
  },
  {
    name: 'shared',
    computation: 'two tellings: passages of a flag in both articles, compared word by word',
    sizes: 'passages in one article × in the other × joins; words × words',
    where: 'page',
    bound: '250 passages of flags, 60 joins, 1,000,000 steps of all comparisons together',
    most: {
      file: () =>
        corpusOf([text, text], () => ({
          flags: some(40, (at) => flag(`f${at}`, 'shared-passage', [...inA, ...inB])),
        })),
      views: ['desk', 'tellings', 'paper', 'kiosk'],
    },
  },
  {
    name: 'contested',
    computation: 'two tellings: contested days and contradictions',
    sizes: 'passages of events × passages of flags',
    where: 'page',
    bound: '250 passages of each list',
    most: {
      file: () =>
        corpusOf([text, text], () => ({
          events: some(20, (at) =>
            event(`e${at}`, inA, { date: '[2019-01-08,2019-01-09]', certainty: 'contested', surface: 'a' }),
          ),
          flags: some(20, (at) => flag(`f${at}`, 'contradiction', inB)),
        })),
      views: ['desk', 'tellings', 'kiosk'],
    },
  },
  {
    name: 'headline',
    computation: 'two tellings: the headline in the body',
    sizes: 'quotation marks × characters, words × words, ties × statements',
    where: 'page',
    bound: 'headline of 500 characters at the door; 250 passages of ties, 2,000 of statements',
    over: {
      file: () => {
        const corpus = corpusOf(['a b', 'a b']);
        for (const article of corpus.articles) article.headline = some(170, () => '"a').join(' ');
        return corpus;
      },
      code: 'wrong-shape',
    },
  },
  {
    name: 'spellings',
    computation: 'two tellings: spellings of names',
    sizes: 'forms of a name × forms, actors × articles',
    where: 'page',
    bound: 'forms are grouped by their letters; only actors that both articles name',
    most: {
      file: () => {
        const forms = some(200, (at) => `Zed${'-'.repeat(at % 14)}${word(at)}`);
        const own = forms.join(' said.\n');
        return corpusOf([own, own.replaceAll('-', '')], () => ({
          actors: [actor('p0', 'Ann Archer', forms), ...some(2000, (at) => actor(`q${at}`, `Bob ${word(at)}`))],
        }));
      },
      views: ['desk', 'tellings'],
    },
  },
  {
    name: 'beside',
    computation: 'what each value of a facet shows',
    sizes: 'ids named in a paragraph × marks in it',
    where: 'page',
    bound: 'a sum: each mark, and each id that it names, is looked at once for a facet',
    most: { file: () => denseOf(2000), views: ['desk', 'filter', 'menus'] },
  },
  {
    name: 'ties',
    computation: 'ties, their names and passages; network, matrix and list',
    sizes: 'actors × recipients × passages of each relation',
    where: 'page, in portions',
    bound:
      '200,000 passages of ties at the door; named once for each relation; a network of 160 ties, 60 actors in a matrix',
    over: { file: () => tiesOf(700), code: 'too-many' },
    most: { file: () => tiesOf(100), views: ['desk', 'filter', 'paper', 'kiosk'] },
  },
  {
    name: 'touched',
    computation: 'paragraphs that passages touch',
    sizes: 'passages × paragraphs in them',
    where: 'page, in portions',
    bound: '1,000,000 at the door; a passage has 5,000 characters; marked, not looked for',
    over: {
      file: () => {
        const own = 'a\n'.repeat(2500);
        return corpusOf([own], () => ({ flags: some(401, (at) => flag(`f${at}`, 'typo', [span(A, own, 0, 5000)])) }));
      },
      code: 'too-many',
    },
  },
  {
    name: 'passages',
    computation: 'filtering; in whose voice a tie is told',
    sizes: 'relations, events, flags × passages of each; passages × statements',
    where: 'page',
    bound: '200,000 passages at the door, 600,000 with those of statements; voices by bisection',
    over: {
      file: () => corpusOf([text], () => ({ relations: some(801, (at) => relation(`r${at}`, inA)) })),
      code: 'too-many',
    },
  },
  {
    name: 'names',
    computation: 'looking for the names of actors and places in texts',
    sizes: 'places where a word begins × lengths of names that begin there',
    where: 'worker',
    bound: 'one pass of an automaton; 2,000,000 letters of names and 4,000,000 places at which one stands, at the door',
    over: {
      file: () => NAME_BOMBS['a name that stands at every other letter'](9),
      code: 'too-many',
    },
    most: {
      file: () => NAME_BOMBS['names of 200 lengths, a paragraph a line'](4),
      views: ['desk', 'tellings', 'kiosk'],
    },
  },
  {
    name: 'namesakes',
    computation: 'who is named in a passage',
    sizes: 'places at which a name stands in passages × actors that share it',
    where: 'page',
    bound: '8,000,000 actors named in all passages, at the door',
    over: {
      file: () =>
        corpusOf(['Ann\n'.repeat(2_500)], ([own = '']) => ({
          actors: some(4_000, (at) => actor(`p${at}`, 'Ann Archer', ['Ann'])),
          statements: some(2_500, (at) => statement(`s${at}`, [span(A, own, 4 * at, 4 * at + 3)])),
        })),
      code: 'too-many',
    },
  },
  {
    name: 'twins',
    computation: 'cards and printed rows of words that stand in several articles',
    sizes: 'rows × statements with the same words, each compared with each',
    where: 'page',
    bound: '200 at the door, each looked at once; 8 are printed, and how many more there are',
    over: {
      file: () =>
        corpusOf(
          some(201, () => 'a b'),
          (texts) => ({
            statements: texts.map((own, at) => statement(`s${at}`, [span(`t${at}`, own, 0, 1)], { same: 'g' })),
          }),
        ),
      code: 'too-many',
    },
  },
  {
    name: 'articles',
    computation: 'badges, sources and choices of articles; segmenters of the search',
    sizes: 'rows × articles',
    where: 'page',
    bound: 'looked up by id; 500 sources and choices; one segmenter for a language',
    most: { file: () => corpusOf(some(20_000, word)), views: ['desk', 'tellings', 'paper', 'search', 'kiosk'] },
  },
  {
    name: 'venues',
    computation: 'venues on the map and in the table; their claims by article',
    sizes: 'venues × venues, labels × labels, claims × articles',
    where: 'page',
    bound: '60 venues on the map, 100 on paper, 100 claims; looked up by place',
    most: {
      file: () => {
        const own = linesOf(5000);
        const spans = spansOf(A, own);
        return corpusOf([own], () => ({
          places: spans.map((_, at) => place(`v${at}`, `Port ${word(at)}`)),
          venues: spans.map((one, at) => ({
            place: `v${at}`,
            standing: 'candidate',
            claims: [],
            attributedTo: 'the reporter',
            evidence: [one],
            ...byHand(),
          })),
        }));
      },
      views: ['desk', 'filter', 'paper', 'kiosk'],
    },
  },
  {
    name: 'lookalikes',
    computation: 'names that look alike, in one file and across files',
    sizes: 'actors × actors',
    where: 'page, in portions',
    bound: 'grouped by skeleton; 5 for each name across files',
    most: {
      file: () => corpusOf(['a b'], () => ({ actors: some(20_000, (at) => actor(`p${at}`, 'Ann Archer')) })),
      views: ['desk', 'menus', 'search'],
    },
  },
  {
    name: 'ids',
    computation: 'distinct values of a mark',
    sizes: 'ids of a mark × ids',
    where: 'page, in portions',
    bound: '100 ids at the door; a set',
    over: {
      file: () =>
        corpusOf(['a b'], ([own = '']) => ({
          actors: some(101, (at) => actor(`p${at}`, `Ann ${word(at)}`)),
          statements: [
            statement('s', [firstOf(own)], { speaker: { ...open, candidates: some(101, (at) => `p${at}`) } }),
          ],
        })),
      code: 'wrong-shape',
    },
  },
  {
    name: 'days',
    computation: 'days of a contested date',
    sizes: 'events × days of each',
    where: 'page',
    bound: 'a date of 400 characters, at the door',
    over: {
      file: () =>
        corpusOf(['a b'], ([own = '']) => ({
          events: [
            event('e', [firstOf(own)], { certainty: 'contested', date: `[${some(40, () => '2019-01-08').join()}]` }),
          ],
        })),
      code: 'wrong-shape',
    },
  },
  {
    name: 'exact',
    computation: 'cards and footnotes',
    sizes: 'rows on a page × characters of a passage',
    where: 'page',
    bound: '60 cards, 3,000 notes; a passage of 5,000 characters, at the door',
    over: {
      file: () => {
        const own = 'a'.repeat(5001);
        return corpusOf([own], () => ({ statements: [statement('s', [span(A, own, 0, 5001)])] }));
      },
      code: 'wrong-shape',
    },
  },
];
