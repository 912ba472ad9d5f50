import css from './ui.module.css';

/** Direction controls; one that closes an isolate that it did not open would reach beyond a `bdi`. */
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/;

/**
 * Text that came from a corpus or a link, isolated so that its direction cannot reorder what stands around it. Text with direction
 * controls of its own gets a box, too, which no control can reach out of.
 */
export function Words({ children }: { children: string }) {
  return CONTROLS.test(children) ? <bdi className={css.contained}>{children}</bdi> : <bdi>{children}</bdi>;
}
