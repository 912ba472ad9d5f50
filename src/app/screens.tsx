import { PANELS } from '../domain/panel.ts';
import { LoadError } from '../source/fetchText.ts';
import { Icon } from '../ui/Icon.tsx';
import ui from '../ui/ui.module.css';
import css from './app.module.css';
import { Masthead } from './Masthead.tsx';

/** The desk before its coverage is there: every panel keeps its size. */
export function LoadingScreen() {
  return (
    <>
      <Masthead />
      <main aria-busy="true" className={css.grid}>
        <p className="vh" role="status">
          Loading the coverage
        </p>
        {Object.values(PANELS).map(({ title }, index) => (
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
