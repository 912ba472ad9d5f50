import type { Corpus } from '../../../src/domain/corpus.ts';
import type { Statement } from '../../../src/domain/statement.ts';
import type { ExpectedArticle } from './expected.ts';

/**
 * One thing that the reader reads otherwise than a careful reader. `wrong name` is the worst; `other form` is the right one with more or fewer
 * words; `invented` are words that nobody says, `beyond` are words that the reading by hand does not ask for.
 */
export type Fault = {
  kind: 'wrong name' | 'other form' | 'invented' | 'beyond' | 'missed' | 'not settled' | 'no relay';
  words: string;
  expected: string;
  found: string;
};

/** A statement counts as found when more of the words are covered than this share. */
const ENOUGH = 0.3;

/** Whether one of two names stands in the other, word for word. */
const holds = (one: string, other: string) => {
  const [long, short] = [` ${folded(one)} `, ` ${folded(other)} `].sort((a, b) => b.length - a.length) as [
    string,
    string,
  ];
  return long.replace(/[,.]/g, '').includes(short.replace(/[,.]/g, ''));
};

const folded = (name: string) => name.toLowerCase().replace(/^(?:the|a|an) /, '');

/** How many of the characters from `start` to `end` the content of a statement covers. */
function covered(statement: Statement, start: number, end: number): number {
  return statement.content.reduce((sum, at) => sum + Math.max(0, Math.min(end, at.end) - Math.max(start, at.start)), 0);
}

/** Lays a corpus of one article against what a careful reader finds in it. Every difference is a fault, none is left out. */
export function faultsOf(corpus: Corpus, expected: ExpectedArticle): { found: number; faults: Fault[] } {
  const text = corpus.articles[0]?.text ?? '';
  const actorById = new Map(corpus.actors.map((actor) => [actor.id, actor]));
  const namesOf = (id: string) => {
    const actor = actorById.get(id);
    return actor ? [actor.name, ...actor.aliases] : [id];
  };
  const faults: Fault[] = [];
  const used = new Set<Statement>();
  let found = 0;
  for (const { words, speaker, relay } of expected.statements) {
    const start = text.indexOf(words);
    const end = start + words.length;
    const best = corpus.statements
      .map((statement) => ({ statement, share: covered(statement, start, end) / words.length }))
      .sort((a, b) => b.share - a.share)[0];
    const wanted = speaker ?? 'not settled';
    if (!best || best.share <= ENOUGH) {
      faults.push({ kind: 'missed', words, expected: wanted, found: 'nothing' });
      continue;
    }
    found++;
    used.add(best.statement);
    const given = best.statement.speaker;
    if (given.status === 'unresolved') {
      if (speaker)
        faults.push({
          kind: 'not settled',
          words,
          expected: speaker,
          found: given.candidates.map((id) => namesOf(id)[0]).join(' or ') || 'nobody',
        });
    } else {
      const names = namesOf(given.actor);
      const right = speaker
        ? names.some((name) => folded(name) === folded(speaker))
        : actorById.get(given.actor)?.kind !== 'person';
      const kind = speaker && names.some((name) => holds(name, speaker)) ? 'other form' : 'wrong name';
      if (!right) faults.push({ kind, words, expected: wanted, found: names[0] ?? '' });
    }
    const carrier = best.statement.relay ? namesOf(best.statement.relay.actor) : [];
    if (relay && !carrier.some((name) => folded(name) === folded(relay)))
      faults.push({ kind: 'no relay', words, expected: relay, found: carrier[0] ?? 'nobody' });
  }
  for (const statement of corpus.statements) {
    const words = statement.content.map(({ exact }) => exact).join(' … ');
    const nobodys = expected.not.some((part) => {
      const start = text.indexOf(part);
      return start >= 0 && covered(statement, start, start + part.length) / part.length > ENOUGH;
    });
    if (nobodys || !used.has(statement)) {
      // A longer statement that holds the expected words is not a second one.
      const again = [...used].some(
        (one) => statement !== one && statement.content.some((at) => covered(one, at.start, at.end) > 0),
      );
      if (nobodys || !again)
        faults.push({ kind: nobodys ? 'invented' : 'beyond', words, expected: 'nothing', found: nameOf(statement) });
    }
  }
  return { found, faults };

  function nameOf({ speaker }: Statement): string {
    return speaker.status === 'unresolved' ? 'not settled' : (namesOf(speaker.actor)[0] ?? '');
  }
}
