import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import css from './outLink.module.css';

type Props = {
  /** What `webLink` makes of the address; null is shown as text. */
  link: { href: string; host: string; encrypted: boolean } | null;
  /** The words of the link: the address as it was given. */
  children: ReactNode;
};

/** A link to a page of somebody else, with the host that it really leads to and whether the way there is encrypted. */
export function OutLink({ link, children }: Props) {
  if (link === null) return <span className={css.address}>{children}</span>;
  return (
    <>
      <a className={css.address} href={link.href} rel="noopener noreferrer">
        {children}
      </a>{' '}
      <span className={css.host}>
        host <bdi>{link.host}</bdi>
        {!link.encrypted && (
          <b>
            , <Icon name="warning" size={12} /> not encrypted
          </b>
        )}
      </span>
    </>
  );
}
