import type { ReactNode } from 'react';
import css from './ui.module.css';

/** Controls of direction, and what ends a paragraph: one that closes an isolate that it did not open would reach beyond a `bdi`. */
const CONTROLS = /(?![\t\n\r])\p{Cc}|[\u2028-\u202E\u2066-\u2069]/u;

type Props = { text: string; className?: string | undefined; children: ReactNode };

/** What is drawn of a text, with marks inside: its direction cannot reorder what stands around it. With controls of its own it gets a box. */
export function Isolated({ text, className = '', children }: Props) {
  const classes = CONTROLS.test(text) ? `${className} ${css.contained}` : className;
  return <bdi className={classes.trim() || undefined}>{children}</bdi>;
}
