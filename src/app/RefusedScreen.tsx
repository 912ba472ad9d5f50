import type { Refused } from '../corpus/problem.ts';
import { ProblemTable } from '../features/opening/Refusals.tsx';
import { Icon } from '../ui/Icon.tsx';
import css from './app.module.css';
import { Masthead } from './Masthead.tsx';

/** The built-in coverage, when the door refused it, with all that is wrong with it. */
export default function RefusedScreen({ refused }: { refused: Refused }) {
  const total = refused.problems.length + refused.more;
  return (
    <>
      <Masthead />
      <main className={css.message}>
        <p className={css.messageKind}>
          <Icon name="warning" /> {total} {total === 1 ? 'problem' : 'problems'}
        </p>
        <h1>This coverage was refused</h1>
        <p>Nothing of it is shown, since a claim whose words have moved could be put under the wrong name.</p>
        <ProblemTable refused={refused} />
      </main>
    </>
  );
}
