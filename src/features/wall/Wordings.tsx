import type { ReactNode } from 'react';
import type { Dataset } from '../../domain/corpus.ts';
import { type Evidence, overlaps } from '../../domain/evidence.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Statement } from '../../domain/statement.ts';
import { type Run, wordingOf } from '../../domain/wording.ts';
import { Isolated } from '../../ui/Isolated.tsx';
import { Stacks } from '../../ui/Stacks.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './wall.module.css';

/** Wordings with more letters than this together are shown on demand. */
const SHORT = 320;

const plain = ({ exact }: Evidence) => exact.replace(/\s+/g, ' ');

/**
 * How the articles word a passage that a statement lies in and that, by a flag, stands in several of them: its own article first, then
 * those that differ. Empty when all have the same words.
 */
function wordingsOf({ content }: Statement, { flags }: Dataset): Evidence[] {
  for (const { kind, spans } of flags) {
    if (kind !== 'shared-passage') continue;
    const own = spans.find((span) => content.every((piece) => overlaps(span, piece)));
    const others = spans.filter((span) => own && span.article !== own.article && plain(span) !== plain(own));
    if (own && others.length > 0) return [own, ...others];
  }
  return [];
}

/** Where a text has words that one of the others lacks, and whether all have the same words in the same order. */
function onlyIn(text: string, others: string[]): { runs: Run[]; same: boolean } {
  const wordings = others.map((other) => wordingOf(text, other));
  const runs: Run[] = [];
  for (const { start, end } of wordings.flatMap(({ onlyA }) => onlyA).sort((a, b) => a.start - b.start)) {
    const before = runs.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else runs.push({ start, end });
  }
  return { runs, same: wordings.every(({ same }) => same) };
}

type Props = {
  statement: Statement;
  whole: Dataset;
  badgeOf: (article: Slug) => string;
  drawBadge: (article: Slug) => ReactNode;
};

/**
 * How the articles word the passage of a card, where they differ: each in full and as it is. Words that another article does not have
 * are underlined, and said to be here only.
 */
export function Wordings({ statement, whole, badgeOf, drawBadge }: Props) {
  const wordings = wordingsOf(statement, whole);
  if (wordings.length === 0) return null;
  const letters = wordings.reduce((sum, { exact }) => sum + exact.length, 0);
  const badges = wordings.slice(1).map(({ article }) => badgeOf(article));
  return (
    <details className={css.wordings} open={letters < SHORT}>
      <summary>
        worded differently in <Words>{[...new Set(badges)].join(', ')}</Words>
      </summary>
      {wordings.map(({ article, start, exact }, index) => {
        const against = index === 0 ? wordings.slice(1) : wordings.slice(0, 1);
        const { runs, same } = onlyIn(
          exact,
          against.map((other) => other.exact),
        );
        return (
          <p key={`${article} ${start}`}>
            {drawBadge(article)}
            <Isolated text={exact}>
              {runs.map((run, at) => [
                <Stacks key={`before ${run.start}`} text={exact.slice(runs[at - 1]?.end ?? 0, run.start)} />,
                <u key={run.start}>
                  <span className="vh">[only in {badgeOf(article)}: </span>
                  <Stacks text={exact.slice(run.start, run.end)} />
                  <span className="vh">]</span>
                </u>,
              ])}
              <Stacks text={exact.slice(runs.at(-1)?.end ?? 0)} />
              {same && <span className="vh"> (the same words, with other signs or capitals)</span>}
            </Isolated>
          </p>
        );
      })}
    </details>
  );
}
