import type { Refused } from '../corpus/problem.ts';
import { LoadError } from '../source/fetchText.ts';
import { Icon } from '../ui/Icon.tsx';
import ui from '../ui/ui.module.css';
import { Words } from '../ui/Words.tsx';
import css from './app.module.css';
import { Masthead } from './Masthead.tsx';

const PANELS = ['Who relates to whom', 'Where it may happen', 'Who speaks', 'Who said what', 'When'];

/** The desk before its coverage is there: every panel keeps its size. */
export function LoadingScreen() {
  return (
    <>
      <Masthead />
      <main aria-busy="true" className={css.grid}>
        <p className="vh" role="status">
          Loading the coverage
        </p>
        {PANELS.map((title, index) => (
          <section className={`${ui.panel} ${css[`area${index + 1}`]}`} key={title}>
            <header className={ui.panelHead}>
              <h2>{title}</h2>
            </header>
            <div className={css.skeleton} />
          </section>
        ))}
      </main>
    </>
  );
}

/** Nothing could be fetched: what failed, what is kept, and what to do. */
export function LoadFailedScreen({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const known = error instanceof LoadError;
  return (
    <>
      <Masthead />
      <main className={css.message}>
        <p className={css.messageKind}>
          <Icon name="warning" /> The coverage is not here
        </p>
        <h1>{known ? error.message : 'The coverage could not be loaded.'}</h1>
        <p>Your link is kept in the address bar. Try again, or come back later.</p>
        <button className={ui.button} onClick={onRetry} type="button">
          Try again
        </button>
        <details>
          <summary>Details for a report</summary>
          <code>{known ? error.code : 'load/unknown'}</code>
        </details>
      </main>
    </>
  );
}

/** Something of the desk itself failed, not of one panel: never a blank page. */
export function DeskFailedScreen({ onReset }: { onReset: () => void }) {
  return (
    <>
      <Masthead />
      <main className={css.message}>
        <p className={css.messageKind}>
          <Icon name="warning" /> The desk could not be drawn
        </p>
        <h1>Something in this view could not be worked out.</h1>
        <p>Your link is kept in the address bar. Try again, or open the desk without filters.</p>
        <button className={ui.button} onClick={onReset} type="button">
          Try again
        </button>
        <a href="?">Open the desk without filters</a>
      </main>
    </>
  );
}

/** How many problems are listed on the screen; the rest are counted. */
const LISTED = 200;

/** A corpus that the door refused, with all that is wrong with it. */
export function RefusedScreen({ refused }: { refused: Refused }) {
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
        <table className={css.problems}>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Expected</th>
              <th scope="col">Found</th>
              <th scope="col">Code</th>
            </tr>
          </thead>
          <tbody>
            {refused.problems.slice(0, LISTED).map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and has no other key
              <tr key={index}>
                <td>
                  <code>
                    <Words>{problem.path}</Words>
                  </code>
                </td>
                <td>
                  <Words>{problem.expected}</Words>
                </td>
                <td>
                  <Words>{problem.found}</Words>
                </td>
                <td>
                  <code>{problem.code}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {total > LISTED && <p>{total - LISTED} more are not listed.</p>}
      </main>
    </>
  );
}
