import css from './ui.module.css';

/** The letter of an article. The first is solid, the second outlined, later ones dashed: told apart by fill, not by hue. */
export function Badge({ text, place }: { text: string; place: number }) {
  const fill = place === 0 ? css.solid : place === 1 ? css.outlined : css.dashed;
  return (
    <span className={`${css.badge} ${fill}`}>
      <bdi>{text}</bdi>
    </span>
  );
}
