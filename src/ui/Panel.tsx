import { type ReactNode, useId } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Icon } from './Icon.tsx';
import css from './ui.module.css';

type Props = {
  title: string;
  /** A few words beside the title: "4 of 18 ties". */
  sub?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined;
  /** When this changes, a panel that failed tries again. */
  resetKey: unknown;
  children: ReactNode;
};

/** One question of the desk with its heading. If what is inside throws, the panel says so and the others go on. */
export function Panel({ title, sub, actions, className = '', resetKey, children }: Props) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={`${css.panel} ${className}`}>
      <header className={css.panelHead}>
        <h2 id={heading}>{title}</h2>
        {sub !== undefined && <p className={css.panelSub}>{sub}</p>}
        {actions}
      </header>
      <ErrorBoundary
        fallbackRender={({ resetErrorBoundary }) => <PanelFailed onRetry={resetErrorBoundary} />}
        resetKeys={[resetKey]}
      >
        {children}
      </ErrorBoundary>
    </section>
  );
}

/** Stands around a whole panel or the reader, for what fails before the panel has its heading. */
export function PanelBoundary({ title, className = '', resetKey, children }: Omit<Props, 'sub' | 'actions'>) {
  return (
    <ErrorBoundary
      fallbackRender={({ resetErrorBoundary }) => (
        <section aria-label={title} className={`${css.panel} ${className}`}>
          <header className={css.panelHead}>
            <h2>{title}</h2>
          </header>
          <PanelFailed onRetry={resetErrorBoundary} />
        </section>
      )}
      resetKeys={[resetKey]}
    >
      {children}
    </ErrorBoundary>
  );
}

function PanelFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <div className={css.failed} role="alert">
      <p>
        <Icon name="warning" /> This panel could not be drawn. The others go on; nothing is lost.
      </p>
      <button className={css.button} onClick={onRetry} type="button">
        Try again
      </button>
    </div>
  );
}

/** Says that a panel has nothing to show, and why. */
export function PanelEmpty({ children }: { children: ReactNode }) {
  return <p className={css.empty}>{children}</p>;
}
