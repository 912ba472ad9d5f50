import type { Corpus } from '../../src/domain/corpus.ts';

type Change = (corpus: Corpus) => unknown;

const changed = (change: Change) => (text: string) => JSON.stringify(change(JSON.parse(text) as Corpus));

/** The same coverage as of another day, written YYYY-MM-DD: what a refresh brings when all is well. */
export const asOf = (date: string) => changed((corpus) => ({ ...corpus, asOf: { ...corpus.asOf, date } }));

/** Coverage of a later day that lost more than half of its statements, and passes the door all the same. */
export const shrunk = changed((corpus) => ({
  ...corpus,
  asOf: { ...corpus.asOf, date: '2019-01-12' },
  statements: corpus.statements.slice(0, Math.floor(corpus.statements.length / 2) - 2),
}));

/** Coverage of a later day that was written for a version of the app with another schema. */
export const schemaVersion = (version: number) => (text: string) =>
  changed((corpus) => ({ ...corpus, schemaVersion: version }))(asOf('2019-01-12')(text));

/** JSON, and something else altogether. */
export const wrongSchema = changed(() => ({ statements: { a: 1 }, articles: null, asOf: '2019-01-12' }));

/** Coverage of a later day whose first statement points at other words than it says. */
export const driftedSpan = (text: string) =>
  changed((corpus) => {
    const [first] = corpus.statements;
    const [span] = first?.content ?? [];
    if (span) span.start += 1;
    return corpus;
  })(asOf('2019-01-12')(text));
