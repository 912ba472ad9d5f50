import { WORDINGS } from '../../coverage/answers/wordings.ts';
import type { Desk } from '../../coverage/desk.ts';
import type { Slug } from '../../domain/slug.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Isolated } from '../../ui/Isolated.tsx';
import { Stacks } from '../../ui/Stacks.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './wall.module.css';

/** Wordings with more letters than this together are shown on demand. */
const SHORT = 320;

type Props = {
  desk: Desk;
  statement: Slug;
  /** The statements of all cards that are drawn with it, so that their wordings are asked for together. */
  page: Slug[];
};

/**
 * How the articles word the passage of a card, where they differ: each in full and as it is. Words that another article does not have
 * are underlined, and said to be here only.
 */
export function Wordings({ desk, statement, page }: Props) {
  const found = desk.answer(WORDINGS, { statements: page }).find((of) => of.statement === statement);
  if (!found) return null;
  const { passages } = found;
  const letters = passages.reduce((sum, { exact }) => sum + exact.length, 0);
  const badges = passages.slice(1).map(({ badge }) => badge.text);
  return (
    <details className={css.wordings} open={letters < SHORT}>
      <summary>
        worded differently in <Words>{[...new Set(badges)].join(', ')}</Words>
      </summary>
      {passages.map(({ article, start, exact, badge, runs, same }) => (
        <p key={`${article} ${start}`}>
          <Badge {...badge} />
          <Isolated text={exact}>
            {runs.map((run, at) => [
              <Stacks key={`before ${run.start}`} text={exact.slice(runs[at - 1]?.end ?? 0, run.start)} />,
              <u key={run.start}>
                <span className="vh">[only in {badge.text}: </span>
                <Stacks text={exact.slice(run.start, run.end)} />
                <span className="vh">]</span>
              </u>,
            ])}
            <Stacks text={exact.slice(runs.at(-1)?.end ?? 0)} />
            {same && <span className="vh"> (the same words, with other signs or capitals)</span>}
          </Isolated>
        </p>
      ))}
    </details>
  );
}
