import type { RefObject } from 'react';
import { Fragment } from 'react';
import type { JoinRow, TellingRow } from '../../coverage/answers/tellings.ts';
import type { Desk } from '../../coverage/desk.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './sideBySide.module.css';

/** The buttons of joined paragraphs, by article and join. */
export type JoinEnds = RefObject<Map<string, HTMLElement>>;
export const endKey = (article: string, join: string) => `${article} ${join}`;

export type ColumnProps = {
  desk: Desk;
  telling: TellingRow;
  other: TellingRow;
  joins: JoinRow[];
  narrow: boolean;
  ends: JoinEnds;
  /** Key of the join that the pointer or the focus is on. */
  lit: string | null;
  onHovered: (key: string | null) => void;
  onFocused: (key: string | null) => void;
};

/** Says with which paragraph of the other article this one is joined, leads there, and says how alike the words are. */
export function JoinTag({ join, telling, other, narrow, ends, onHovered, onFocused }: ColumnProps & { join: JoinRow }) {
  const { a, b, same, equal } = join;
  const here = a.article === telling.id ? a : b;
  const there = here === a ? b : a;
  const own = endKey(telling.id, join.key);
  const badgeOf = (end: JoinRow['a']) => (end === here ? telling : other).badge;
  return (
    <p className={css.tag}>
      <button
        className={css.join}
        data-focus={`tellings:join:${own}`}
        onClick={() => {
          const end = ends.current.get(endKey(other.id, join.key));
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
            also in <Words>{other.badge}</Words>, paragraph {there.number}
          </span>
        ) : (
          <span>
            <Words>{`${badgeOf(a)} ${a.number}`}</Words> = <Words>{`${badgeOf(b)} ${b.number}`}</Words>{' '}
            <span className="vh">
              — go to the same passage in <Words>{other.badge}</Words>
            </span>
          </span>
        )}
      </button>
      <span>
        {same && 'word for word the same, '}
        {equal} {equal === 1 ? 'word' : 'words'}
        {!same && ' the same'}
        {here.only.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a wording never change their order
          <Fragment key={index}>
            , only here “<Words>{words}</Words>”
          </Fragment>
        ))}
      </span>
    </p>
  );
}
