import { Fragment, type KeyboardEvent } from 'react';
import { actorName, itemById } from '../../domain/corpus.ts';
import type { Desk } from '../../domain/desk.ts';
import { type ListFacet, toggled } from '../../domain/filters.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import { copyText } from './copyText.ts';
import { type Card, type Piece, tellingName } from './model.ts';
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

/** One statement with its speaker, cue, relay, articles and certainty; every part of it is a way onward. */
export function QuoteCard({ card, desk }: { card: Card; desk: Desk }) {
  const { whole, filters } = desk;
  const choose = (facet: ListFacet, value: string) => desk.onFilter(toggled(filters, facet, value as never));
  const name = (id: string) => actorName(whole, id);
  const first = card.tellings[0]?.statement.id ?? '';
  const key = `card:${card.key}`;
  const copy = () => desk.onCopy(copyText(card, whole, desk.linkTo({ mark: first, passage: 1 })));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'c' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    copy();
  };
  const resolvedIn = card.tellings
    .filter(({ certainty }) => certainty === 'resolved')
    .map(({ article }) => itemById(whole.articles, article)?.badge ?? article);
  return (
    <article className={`${css.card} ${css[card.weight]}`} data-kind={card.kind} onKeyDown={onKeyDown}>
      <blockquote>
        <button
          className={css.words}
          data-focus={key}
          onClick={() => desk.onOpen({ mark: first, passage: 1 })}
          type="button"
        >
          <CardText cutOff={card.cutOff} kind={card.kind} pieces={card.pieces} />
          <span className="vh"> — read it in the article</span>
        </button>
      </blockquote>
      <p className={css.by}>
        {card.tellings.map(({ article }) => {
          const place = whole.articles.findIndex(({ id }) => id === article);
          const badge = whole.articles[place]?.badge ?? article;
          return (
            <button
              aria-label={`Article ${badge}`}
              aria-pressed={filters.articles.includes(article)}
              className={`${css.part} ${css.badgePart}`}
              data-focus={`${key}:article:${article}`}
              key={article}
              onClick={() => choose('articles', article)}
              type="button"
            >
              <Badge place={place} text={badge} />
            </button>
          );
        })}
        {card.differ && (
          <b>
            {card.tellings.map(({ article, statement }, index) => (
              <Fragment key={article}>
                {index > 0 && ', '}
                <Words>{itemById(whole.articles, article)?.badge ?? article}</Words>:{' '}
                <Words>{tellingName(statement, whole)}</Words>
              </Fragment>
            ))}
          </b>
        )}
        {card.differ ? null : card.speaker === null ? (
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
          <ActorButton
            active={filters.actors.includes(card.speaker)}
            focusKey={`${key}:speaker`}
            name={name(card.speaker)}
            onClick={() => choose('actors', card.speaker ?? '')}
            strong
          />
        )}
        {card.cue !== '' && (
          <span>
            <Words>{card.cue}</Words>
          </span>
        )}
        {card.relay !== null && (
          <span>
            as told by{' '}
            <ActorButton
              active={filters.relays.includes(card.relay)}
              focusKey={`${key}:relay`}
              name={name(card.relay)}
              onClick={() => choose('relays', card.relay ?? '')}
            />
          </span>
        )}
        {card.kind === 'mixed' && <span className={css.kind}>mixed</span>}
        {card.kind === 'indirect' && <span className={css.kind}>indirect</span>}
        {card.certainty === 'resolved' && (
          <span className={css.certainty}>
            <Icon name="resolved" size={12} /> resolved{card.tellings.length > 1 ? ` in ${resolvedIn.join(', ')}` : ''}
          </span>
        )}
        {card.certainty === 'unresolved' && (
          <span className={css.certainty}>
            <Icon name="unresolved" size={12} /> unresolved
          </span>
        )}
        {card.cutOff && (
          <span className={css.certainty}>
            <Icon name="warning" size={12} /> cut off
          </span>
        )}
        {card.tellings.length > 1 && <span className={css.kind}>same words in both</span>}
        <button
          aria-label="Copy with attribution and link"
          className={css.copy}
          data-focus={`${key}:copy`}
          onClick={copy}
          title="Copy with attribution and link (c)"
          type="button"
        >
          Copy
        </button>
        {card.alsoIn.length > 0 && (
          <span className={css.kind}>
            also in {card.alsoIn.map((id) => itemById(whole.articles, id)?.badge ?? id).join(', ')}
          </span>
        )}
      </p>
      {card.candidates.length > 0 && (
        <ul aria-label="Candidates" className={css.candidates}>
          {card.candidates.map((id) => (
            <li key={id}>
              <button
                aria-pressed={filters.actors.includes(id)}
                data-focus={`${key}:candidate:${id}`}
                onClick={() => choose('actors', id)}
                type="button"
              >
                <Words>{name(id)}</Words>?
              </button>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function ActorButton(props: {
  name: string;
  active: boolean;
  strong?: boolean;
  focusKey: string;
  onClick: () => void;
}) {
  return (
    <button
      aria-pressed={props.active}
      className={`${css.part} ${props.strong ? css.speaker : ''}`}
      data-focus={props.focusKey}
      onClick={props.onClick}
      type="button"
    >
      <Words>{props.name}</Words>
    </button>
  );
}
