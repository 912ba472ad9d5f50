import type { ReactNode } from 'react';

type Props = { label: string; className?: string | undefined; children: ReactNode };

/** Content that scrolls inside its panel: named, and reachable by keyboard so that it can be scrolled without a pointer. */
export function ScrollRegion({ label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} className={className} tabIndex={0}>
      {children}
    </section>
  );
}
