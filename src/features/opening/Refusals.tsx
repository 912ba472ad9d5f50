import { memo } from 'react';
import type { Problem, Refused } from '../../corpus/problem.ts';
import ui from '../../ui/ui.module.css';
import { Words } from '../../ui/Words.tsx';
import { counted, problemCount, problemText, type Refusal } from './model.ts';
import css from './opening.module.css';

/** How many problems are listed on the screen; the rest are counted, and are in what is copied. */
const LISTED = 200;

function Row({ problem: { path, line, expected, found, code } }: { problem: Problem }) {
  return (
    <tr>
      <td>
        <code>
          <Words>{path}</Words>
        </code>
      </td>
      <td className={css.line}>{line ?? '–'}</td>
      <td>
        <Words>{expected}</Words>
      </td>
      <td>
        <Words>{found}</Words>
      </td>
      <td>
        <code>{code}</code>
      </td>
    </tr>
  );
}

/** All that is wrong with a corpus, each with its place. */
export function ProblemTable({ refused }: { refused: Refused }) {
  const total = problemCount(refused);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section aria-label="What is wrong" className={css.problemBox} tabIndex={0}>
        <table className={css.problems}>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Line</th>
              <th scope="col">Expected</th>
              <th scope="col">Found</th>
              <th scope="col">Code</th>
            </tr>
          </thead>
          <tbody>
            {refused.problems.slice(0, LISTED).map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and has no other key
              <Row key={index} problem={problem} />
            ))}
          </tbody>
        </table>
      </section>
      {total > LISTED && <p>{(total - LISTED).toLocaleString('en')} more are not listed.</p>}
    </>
  );
}

/** One file that was not opened: how many problems, which, and a way to take them along. Drawn once: of many files, one comes after the other. */
const RefusedFile = memo(function RefusedFile({
  refusal,
  onCopy,
}: {
  refusal: Refusal;
  onCopy: (text: string) => void;
}) {
  if (!('refused' in refusal))
    return (
      <>
        <h3>
          “<Words>{refusal.name}</Words>” was not opened
        </h3>
        <p>
          <Words>{refusal.words}</Words> <code>{refusal.code}</code>
        </p>
      </>
    );
  const { name, refused } = refusal;
  const total = problemCount(refused);
  return (
    <>
      <h3>
        “<Words>{name}</Words>” was refused: {counted(total, 'problem')}
      </h3>
      <p>Nothing of it is shown, since a claim whose words have moved could be put under the wrong name.</p>
      <ProblemTable refused={refused} />
      <p>
        <button className={ui.button} onClick={() => onCopy(problemText(name, refused))} type="button">
          Copy the list
        </button>
      </p>
    </>
  );
});

/** The files that were not opened in the last go. */
export function Refusals({ refusals, onCopy }: { refusals: Refusal[]; onCopy: (text: string) => void }) {
  return refusals.map((refusal, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
    <section className={css.refusal} key={index} role="alert">
      <RefusedFile onCopy={onCopy} refusal={refusal} />
    </section>
  ));
}
