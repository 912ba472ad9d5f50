import { Icon } from './Icon.tsx';
import css from './ui.module.css';

/** Beside a name that another one looks like: a sign, and the id, which tells them apart. */
export function LookAlike({ id }: { id: string }) {
  return (
    <span className={css.like} title={`Looks like another name. This is ${id}.`}>
      <Icon name="warning" size={12} />
      <span className="vh">, looks like another name: </span>
      <bdi>{id}</bdi>
      <span className="vh">; </span>
    </span>
  );
}
