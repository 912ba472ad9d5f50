import { Fragment, type MouseEvent } from 'react';
import type { Desk } from '../../domain/desk.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Join } from './joins.ts';
import type { ParagraphKind, Piece, ToldParagraph } from './paragraphs.ts';
import { type ColumnProps, endKey } from './SideBySide.tsx';
import css from './tellings.module.css';

/** What stands beside a paragraph that is not joined; a joined one says with what. */
const KINDS: Record<ParagraphKind, string> = {
  shared: '',
  only: 'only',
  boilerplate: 'not part of the article',
  repeated: 'repeated line',
};

type Props = ColumnProps & { paragraph: ToldParagraph };

/** One paragraph with its number, what it is beside the other article, and its words. */
export function Paragraph({ paragraph, ...column }: Props) {
  const { desk, telling, joins, lit, onLit } = column;
  const { numbers, kind, pieces, opened } = paragraph;
  const { badge, id } = telling.article;
  const own = joins.filter(({ key }) => paragraph.joins.includes(key));
  const last = numbers.at(-1) ?? numbers[0];
  const number = (
    <>
      <span className="vh">
        {badge}, paragraph{numbers.length > 1 ? 's' : ''}{' '}
      </span>
      <span className="num">{numbers.length > 1 ? `${numbers[0]}–${last}` : numbers[0]}</span>
    </>
  );
  const light = () => onLit(own[0]?.key ?? null);
  const dim = () => onLit(null);
  return (
    <li
      className={css.paragraph}
      data-kind={kind}
      data-lit={own.some(({ key }) => key === lit) ? '' : undefined}
      onBlur={dim}
      onFocus={light}
      onPointerEnter={light}
      onPointerLeave={dim}
    >
      <div className={css.margin}>
        {opened ? (
          <button
            className={css.number}
            data-focus={`tellings:${id}:${numbers[0]}`}
            data-open={desk.view.opened?.mark === opened.mark ? '' : undefined}
            onClick={() => desk.onOpen(opened)}
            type="button"
          >
            {number}
            <span className="vh"> — read it in the article</span>
          </button>
        ) : (
          <span className={css.number}>{number}</span>
        )}
        {kind !== 'shared' && (
          <span className={css.kind}>
            {KINDS[kind]}
            {kind === 'only' && (
              <>
                {' '}
                <Words>{badge}</Words>
              </>
            )}
          </span>
        )}
      </div>
      <div>
        {own.map((join) => (
          <JoinTag {...column} join={join} key={join.key} />
        ))}
        <p className={css.text}>
          <bdi>
            {pieces.map((piece) => (
              <PieceText desk={desk} joins={own} key={piece.start} piece={piece} side={id} />
            ))}
          </bdi>
        </p>
      </div>
    </li>
  );
}

/** Says with which paragraph of the other article this one is joined, leads there, and says how alike the words are. */
function JoinTag({ join, telling, other, narrow, ends, onLit }: ColumnProps & { join: Join }) {
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
        onPointerEnter={() => onLit(join.key)}
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
            <Words>{`${join.a === here ? other.article.badge : article.badge} ${number(join.b)}`}</Words>
            <span className="vh"> — go to the same passage in {other.article.badge}</span>
          </span>
        )}
      </button>
      <span>
        {same ? `word for word the same, ${equal} words` : `${equal} words the same`}
        {onlyHere.map(({ words }) => (
          <Fragment key={words}>
            , only here “<Words>{words}</Words>”
          </Fragment>
        ))}
      </span>
    </p>
  );
}

function PieceText({ piece, joins, side, desk }: { piece: Piece; joins: Join[]; side: string; desk: Desk }) {
  const { text, only } = piece;
  const join = joins.find(({ key }) => key === piece.join);
  const words = only && /\p{L}|\p{N}/u.test(text) ? <span className={css.only}>{text}</span> : text;
  if (!join) return words;
  const { opened } = join.a.article === side ? join.a : join.b;
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    desk.onOpen(opened);
  };
  return (
    <a
      className={css.said}
      data-focus={`tellings:text:${side}:${piece.start}`}
      href={desk.linkTo(opened)}
      onClick={onClick}
    >
      {words}
    </a>
  );
}
