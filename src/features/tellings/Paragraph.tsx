import type { MouseEvent } from 'react';
import type { JoinRow, ParagraphRow, PieceRow } from '../../coverage/answers/tellings.ts';
import type { Desk } from '../../coverage/desk.ts';
import type { Slug } from '../../domain/slug.ts';
import { Verbatim } from '../../ui/Verbatim.tsx';
import { Words } from '../../ui/Words.tsx';
import { type ColumnProps, JoinTag } from './JoinTag.tsx';
import css from './sideBySide.module.css';

/** What the screen calls a paragraph that is not part of the article. */
const OUTSIDE: Partial<Record<ParagraphRow['kind'], string>> = {
  boilerplate: 'not part of the article',
  repeated: 'repeated line',
};

type Props = ColumnProps & { paragraph: ParagraphRow };

/** One paragraph with its number, what it is beside the other article, and its words. */
export function Paragraph({ paragraph, ...column }: Props) {
  const { desk, telling, joins, lit, onHovered, onFocused } = column;
  const { first, last, kind, pieces, opened } = paragraph;
  const { badge, id } = telling;
  const shown = desk.view.opened;
  const own = joins.filter(({ key }) => paragraph.joins.includes(key));
  const number = (
    <>
      <span className="vh">
        <Words>{badge}</Words>, {last > first ? 'paragraphs' : 'paragraph'}
      </span>{' '}
      <span className="num">{last > first ? `${first}–${last}` : first}</span>
    </>
  );
  const join = own[0]?.key ?? null;
  return (
    <li
      className={css.paragraph}
      data-kind={kind}
      data-lit={own.some(({ key }) => key === lit) ? '' : undefined}
      onBlur={() => onFocused(null)}
      onFocus={() => onFocused(join)}
      onPointerEnter={() => onHovered(join)}
      onPointerLeave={() => onHovered(null)}
    >
      <div className={css.margin}>
        {opened ? (
          <button
            className={css.number}
            data-focus={`tellings:${id}:${first}`}
            data-open={shown?.mark === opened.mark && shown.passage === opened.passage ? '' : undefined}
            onClick={() => desk.onOpen(opened)}
            type="button"
          >
            {number} <span className="vh">— read it in the article</span>
          </button>
        ) : (
          <span className={css.number}>{number}</span>
        )}
        {kind === 'only' && (
          <span className={css.kind}>
            only <Words>{badge}</Words>
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
              <PieceText article={id} desk={desk} joins={own} key={piece.start} piece={piece} />
            ))}
          </bdi>
          {OUTSIDE[kind] !== undefined && <span className={css.kind}> {OUTSIDE[kind]}</span>}
        </p>
      </div>
    </li>
  );
}

type PieceProps = { piece: PieceRow; joins: JoinRow[]; article: Slug; desk: Desk };

function PieceText({ piece, joins, article, desk }: PieceProps) {
  const join = joins.find(({ key }) => key === piece.join);
  const drawn = <Verbatim parts={piece.parts} />;
  const words = piece.only ? <span className={css.only}>{drawn}</span> : drawn;
  if (!join) return words;
  const { opened } = join.a.article === article ? join.a : join.b;
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    desk.onOpen(opened);
  };
  return (
    <a
      className={css.said}
      data-focus={`tellings:text:${article}:${piece.start}`}
      href={desk.linkTo({ opened })}
      onClick={onClick}
    >
      {words}
    </a>
  );
}
