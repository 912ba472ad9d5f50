import { type ComponentProps, Fragment, type KeyboardEvent } from 'react';
import type { Card } from '../../coverage/answers/cards.ts';
import type { Desk } from '../../coverage/desk.ts';
import { toggled } from '../../domain/filters.ts';
import { isChecked } from '../../domain/mark.ts';
import type { Piece } from '../../domain/pieces.ts';
import type { Slug } from '../../domain/slug.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import { Later } from './Later.tsx';
import { comingParts } from './later.ts';
import css from './wall.module.css';

function CardText({ pieces, cutOff, kind }: Pick<Card, 'pieces' | 'cutOff' | 'kind'>) {
  const piece = ({ text, quoted, gap }: Piece) => (
    <Fragment>
      {gap && <span className={css.gap}>… </span>}
      {quoted ? (
        <q className={css.quoted}>
          <Words>{text}</Words>
        </q>
      ) : (
        <span className={css.told}>
          <Words>{text}</Words>
        </span>
      )}
    </Fragment>
  );
  return (
    <span className={css[kind]}>
      {pieces.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a statement never change their order
        <Fragment key={index}>
          {index > 0 && ' '}
          {piece(part)}
        </Fragment>
      ))}
      {cutOff && <span className={css.gap}> …</span>}
    </span>
  );
}

type Way = { desk: Desk; facet: 'articles' | 'actors' | 'relays'; value: Slug; at: string; label?: string };

/** A part of a card that filters by what it names, and takes that back. */
function Choice({ desk, facet, value, at, label, className, children }: Way & ComponentProps<'button'>) {
  return (
    <button
      aria-label={label}
      aria-pressed={desk.filters[facet].includes(value)}
      className={className}
      data-focus={at}
      onClick={() => desk.onFilter((now) => toggled(now, facet, value))}
      type="button"
    >
      {children}
    </button>
  );
}

/**
 * One statement with its speaker, cue, relay, articles and certainty; every part of it is a way onward.
 *
 * @param page the statements of all cards that are drawn with it
 */
export function QuoteCard({ card, desk, page }: { card: Card; desk: Desk; page: Slug[] }) {
  const { speaker, relay, certainty, kind, tellings } = card;
  const { signed } = desk.head;
  const opened = { mark: card.statement, passage: 1 };
  const key = `card:${card.key}`;
  const copy = () => {
    const link = desk.linkTo({ opened });
    comingParts.then(({ copyText }) => desk.onCopy(copyText(card, desk.head, link)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'c' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    copy();
  };
  const resolvedIn = tellings.filter((telling) => telling.certainty === 'resolved').map(({ badge }) => badge.text);
  return (
    <article
      className={`${css.card} ${css[card.weight]}`}
      data-certainty={certainty}
      data-kind={kind}
      data-open={signed && !tellings.every(({ mark }) => isChecked(mark)) ? '' : undefined}
      onKeyDown={onKeyDown}
    >
      <blockquote>
        <button className={css.words} data-focus={key} onClick={() => desk.onOpen(opened)} type="button">
          <CardText cutOff={card.cutOff} kind={kind} pieces={card.pieces} />
          <span className="vh"> — read it in the article</span>
        </button>
      </blockquote>
      <p className={css.by}>
        <span>
          {tellings.map(({ article, badge }) => (
            <Choice
              at={`${key}:article:${article}`}
              className={css.part}
              desk={desk}
              facet="articles"
              key={article}
              label={`Article ${badge.text}`}
              value={article}
            >
              <Badge {...badge} />
            </Choice>
          ))}
          {signed && <Later>{({ CardSign }) => <CardSign card={card} />}</Later>}
          {card.differ ? (
            <b>
              {tellings.map(({ article, badge, name }, index) => (
                <Fragment key={article}>
                  {index > 0 && ', '}
                  <Words>{badge.text}</Words>: <Words>{name}</Words>
                </Fragment>
              ))}
            </b>
          ) : speaker === null ? (
            <b>
              {card.sourceWords === null ? (
                'nobody named'
              ) : (
                <>
                  “<Words>{card.sourceWords}</Words>”
                </>
              )}
            </b>
          ) : (
            <Choice
              at={`${key}:speaker`}
              className={`${css.part} ${css.speaker}`}
              desk={desk}
              facet="actors"
              value={speaker.id}
            >
              <Words>{speaker.name}</Words>
            </Choice>
          )}
        </span>
        {card.cue !== '' && (
          <>
            {' '}
            <Words>{card.cue}</Words>
          </>
        )}
        {relay !== null && (
          <>
            {' as told by '}
            <Choice at={`${key}:relay`} className={css.part} desk={desk} facet="relays" value={relay.id}>
              <Words>{relay.name}</Words>
            </Choice>
          </>
        )}{' '}
        {kind !== 'direct' && <span className="vh">{kind}</span>}{' '}
        {certainty !== 'named' && (
          <span className={css.certainty}>
            <Icon name={certainty} size={12} /> {certainty}
            {certainty === 'resolved' && tellings.length > 1 && ` in ${resolvedIn.join(', ')}`}
          </span>
        )}{' '}
        {signed && <Later>{({ CardReview }) => <CardReview card={card} desk={desk} />}</Later>}{' '}
        {card.cutOff && (
          <span className={css.certainty}>
            <Icon name="warning" size={12} /> cut off
          </span>
        )}{' '}
        {tellings.length > 1 && (
          <span className={css.kind}>
            same words in {tellings.length > 2 ? 'all' : 'both'}
            {tellings.map(
              ({ article, badge, apart }) =>
                apart && (
                  <Fragment key={article}>
                    , {badge.text} has <Words>{apart}</Words>
                  </Fragment>
                ),
            )}
          </span>
        )}{' '}
        {card.alsoIn.length > 0 && <span className={css.kind}>also in {card.alsoIn.join(', ')}</span>}{' '}
        <button
          aria-label="Copy with attribution and link"
          className={css.copy}
          data-screen-only=""
          data-focus={`${key}:copy`}
          onClick={copy}
          title="Copy with attribution and link (c)"
          type="button"
        >
          Copy
        </button>
      </p>
      {card.candidates.length > 0 && (
        <ul aria-label="Candidates">
          {card.candidates.map(({ id, name }) => (
            <li key={id}>
              <Choice at={`${key}:candidate:${id}`} desk={desk} facet="actors" value={id}>
                <Words>{name}</Words>?
              </Choice>
            </li>
          ))}
        </ul>
      )}
      {card.reason !== null && (
        <p className={css.reason}>
          <Words>{card.reason}</Words>
        </p>
      )}
      <Later>{({ Wordings }) => <Wordings desk={desk} page={page} statement={card.statement} />}</Later>
    </article>
  );
}
