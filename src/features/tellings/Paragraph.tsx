import type { MouseEvent } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import type { Article } from '../../domain/article.ts';
import { textParts } from '../../domain/unseen.ts';
import { Verbatim } from '../../ui/Verbatim.tsx';
import { Words } from '../../ui/Words.tsx';
import { type ColumnProps, JoinTag } from './JoinTag.tsx';
import type { Join } from './joins.ts';
import type { ParagraphKind, ParagraphPiece, ToldParagraph } from './paragraphs.ts';
import css from './sideBySide.module.css';

/** What the screen calls a paragraph that is not part of the article. */
const OUTSIDE: Partial<Record<ParagraphKind, string>> = {
  boilerplate: 'not part of the article',
  repeated: 'repeated line',
};

type Props = ColumnProps & { paragraph: ToldParagraph };

/** One paragraph with its number, what it is beside the other article, and its words. */
export function Paragraph({ paragraph, ...column }: Props) {
  const { desk, telling, joins, lit, onHovered, onFocused } = column;
  const { numbers, kind, pieces, opened } = paragraph;
  const { badge, id } = telling.article;
  const shown = desk.view.opened;
  const own = joins.filter(({ key }) => paragraph.joins.includes(key));
  const last = numbers.at(-1) ?? numbers[0];
  const number = (
    <>
      <span className="vh">
        <Words>{badge}</Words>, {numbers.length > 1 ? 'paragraphs' : 'paragraph'}
      </span>{' '}
      <span className="num">{numbers.length > 1 ? `${numbers[0]}–${last}` : numbers[0]}</span>
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
            data-focus={`tellings:${id}:${numbers[0]}`}
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
              <PieceText article={telling.article} desk={desk} joins={own} key={piece.start} piece={piece} />
            ))}
          </bdi>
          {OUTSIDE[kind] !== undefined && <span className={css.kind}> {OUTSIDE[kind]}</span>}
        </p>
      </div>
    </li>
  );
}

type PieceProps = { piece: ParagraphPiece; joins: Join[]; article: Article; desk: Desk };

function PieceText({ piece, joins, article, desk }: PieceProps) {
  const { text, only, start } = piece;
  const side = article.id;
  const join = joins.find(({ key }) => key === piece.join);
  const drawn = <Verbatim parts={textParts(article.text, start, start + text.length)} />;
  const words = only && /\p{L}|\p{N}/u.test(text) ? <span className={css.only}>{drawn}</span> : drawn;
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
      href={desk.linkTo({ opened })}
      onClick={onClick}
    >
      {words}
    </a>
  );
}
