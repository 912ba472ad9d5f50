import type { RefObject } from 'react';
import { Fragment } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Join } from './joins.ts';
import type { Telling } from './model.ts';
import css from './sideBySide.module.css';

/** The buttons of joined paragraphs, by article and join. */
export type JoinEnds = RefObject<Map<string, HTMLElement>>;
export const endKey = (article: string, join: string) => `${article} ${join}`;

export type ColumnProps = {
  desk: Desk;
  telling: Telling;
  other: Telling;
  joins: Join[];
  narrow: boolean;
  ends: JoinEnds;
  /** Key of the join that the pointer or the focus is on. */
  lit: string | null;
  onHovered: (key: string | null) => void;
  onFocused: (key: string | null) => void;
};

/** Says with which paragraph of the other article this one is joined, leads there, and says how alike the words are. */
export function JoinTag({ join, telling, other, narrow, ends, onHovered, onFocused }: ColumnProps & { join: Join }) {
  const { article } = telling;
  const here = join.a.article === article.id ? join.a : join.b;
  const there = here === join.a ? join.b : join.a;
  const { same, equal, parts } = join.wording;
  const onlyHere = parts.filter((part) => part.in === (here === join.a ? 'a' : 'b'));
  const own = endKey(article.id, join.key);
  const number = (side: Join['a']) => side.numbers[0] ?? 1;
  return (
    <p className={css.tag}>
      <button
        className={css.join}
        data-focus={`tellings:join:${own}`}
        onClick={() => {
          const end = ends.current.get(endKey(other.article.id, join.key));
          end?.focus({ preventScroll: true });
          end?.scrollIntoView?.({ block: 'center' });
        }}
        onFocus={(event) => {
          event.stopPropagation();
          onFocused(join.key);
        }}
        onPointerEnter={() => onHovered(join.key)}
        ref={(element) => {
          if (element) ends.current.set(own, element);
          return () => {
            ends.current.delete(own);
          };
        }}
        type="button"
      >
        <Icon name="swap" size={12} />
        {narrow ? (
          <span>
            also in <Words>{other.article.badge}</Words>, paragraph {number(there)}
          </span>
        ) : (
          <span>
            <Words>{`${join.a === here ? article.badge : other.article.badge} ${number(join.a)}`}</Words> ={' '}
            <Words>{`${join.a === here ? other.article.badge : article.badge} ${number(join.b)}`}</Words>{' '}
            <span className="vh">
              — go to the same passage in <Words>{other.article.badge}</Words>
            </span>
          </span>
        )}
      </button>
      <span>
        {same && 'word for word the same, '}
        {equal} {equal === 1 ? 'word' : 'words'}
        {!same && ' the same'}
        {onlyHere.map(({ words }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a wording never change their order
          <Fragment key={index}>
            , only here “<Words>{words}</Words>”
          </Fragment>
        ))}
      </span>
    </p>
  );
}
