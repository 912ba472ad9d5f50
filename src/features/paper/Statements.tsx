import { Fragment } from 'react';
import type { StatementRow } from '../../coverage/answers/editionStatements.ts';
import type { Piece } from '../../domain/pieces.ts';
import { Sign } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import { Cites, InArticle, Named } from './Cites.tsx';
import css from './paper.module.css';

/** The words: serif in quotation marks is what somebody said, sans is the reporter's account of it. */
function Said({ pieces, cutOff }: { pieces: Piece[]; cutOff: boolean }) {
  return (
    <>
      {pieces.map(({ text, quoted, gap }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a statement never change their order
        <Fragment key={index}>
          {index > 0 && ' '}
          {gap && '… '}
          {quoted ? (
            <q>
              <Words>{text}</Words>
            </q>
          ) : (
            <span className={css.told}>
              <Words>{text}</Words>
            </span>
          )}
        </Fragment>
      ))}
      {cutOff && ' …'}
    </>
  );
}

function Candidates({ row: { candidates, reason } }: { row: StatementRow }) {
  return (
    <p className={css.reason}>
      {candidates.length === 0 ? (
        'No candidates.'
      ) : (
        <>
          Candidates:{' '}
          {candidates.map((name, index) => (
            <Fragment key={name}>
              {index > 0 && ', '}
              <Words>{name}</Words>
            </Fragment>
          ))}
          .
        </>
      )}{' '}
      {reason !== null && <Words>{reason}</Words>}
    </p>
  );
}

/** One statement with all that its card on the desk says; it is never broken over two pages. */
function StatementItem({ row }: { row: StatementRow }) {
  const { certainty, because } = row;
  return (
    <li className={css.statement} data-certainty={certainty}>
      <blockquote>
        <Said cutOff={row.cutOff} pieces={row.pieces} />
        <Cites cites={row.cites} />
      </blockquote>
      <p className={css.by}>
        <InArticle source={row.source} />{' '}
        {row.checked !== null && <Sign checked={row.checked} said={false} size={10} />}{' '}
        <b data-open={row.checked === false ? '' : undefined}>
          <Named voice={row.voice} />
        </b>
        {row.cue !== '' && (
          <>
            {' '}
            <Words>{row.cue}</Words>
          </>
        )}
        {row.addressee !== null && (
          <>
            , to <Words>{row.addressee}</Words>
          </>
        )}
        {row.relay !== null && (
          <>
            , as told by <Words>{row.relay}</Words>
          </>
        )}{' '}
        <span className={css.meta}>
          ({row.kind},{' '}
          {certainty === 'named' ? 'speaker named' : certainty === 'resolved' ? 'speaker resolved' : 'unresolved'}
          {because !== null && (
            <>
              {' '}
              {because.within ? 'within this article' : 'by the other article'}
              <Cites cites={because.cites} />
            </>
          )}
          {row.checked !== null && (row.checked ? ', checked' : ', not checked')}
          {row.cutOff && ', cut off in the article'}
          {row.same.map(({ source, voice, shown }) => (
            <Fragment key={source.badge}>
              ; the same words stand in <InArticle source={source} />
              {!shown && ', which is not in this view'}, said by <Named voice={voice} />
            </Fragment>
          ))}
          {row.moreSame > 0 && `; and in ${row.moreSame} more articles`})
        </span>
      </p>
      {certainty === 'unresolved' && <Candidates row={row} />}
    </li>
  );
}

/** Statements in a list. */
export function StatementList({ rows }: { rows: StatementRow[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <StatementItem key={row.id} row={row} />
      ))}
    </ul>
  );
}
