import type { ReactNode } from 'react';
import { Logo } from '../ui/Logo.tsx';
import css from './app.module.css';

/** The name of the product, the coverage, and what can be done with the whole view. */
export function Masthead({ children }: { children?: ReactNode }) {
  return (
    <header className={css.masthead}>
      <p className={css.brand}>
        <Logo />
        Dateline
      </p>
      {children}
    </header>
  );
}
