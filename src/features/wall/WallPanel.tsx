import type { MouseEvent } from 'react';
import type { Desk } from '../../domain/desk.ts';
import type { WallOrder } from '../../domain/view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BELOW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { Words } from '../../ui/Words.tsx';
import { Later } from './Later.tsx';
import { type Card, type CardGroup, quoteCards, wallGroups } from './model.ts';
import { firstCards, packed } from './packing.ts';
import { QuoteCard } from './QuoteCard.tsx';
import css from './wall.module.css';

const ORDERS: { value: WallOrder; label: string }[] = [
  { value: 'weight', label: 'By weight' },
  { value: 'speaker', label: 'By speaker' },
  { value: 'article', label: 'In article order' },
];

type CardsProps = { cards: Card[]; desk: Desk; className?: string | undefined };

function Cards({ cards, desk, className }: CardsProps) {
  return (
    <div className={className}>
      {cards.map((card) => (
        <QuoteCard card={card} desk={desk} key={card.key} />
      ))}
    </div>
  );
}

/** A lead with the large quotations, and the others in columns: packed where there are six tracks, as the style sheet breaks them elsewhere. */
function Led({ cards, desk }: CardsProps) {
  // Whoever renders without a screen gets the wide wall.
  const wide = !useMediaQuery(BELOW.desk) && desk.view.opened === null;
  const { lead, columns } = packed(cards, wide ? 6 : 1);
  return (
    <div className={wide ? css.packed : css.led}>
      {[lead, ...columns].map((column, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <Cards cards={column} desk={desk} key={index} />
      ))}
    </div>
  );
}

/** How a group stands: with a lead, in columns of its own, or in columns that go on around it. */
type Shape = 'led' | 'columns' | 'flow';

function Group({ group, desk, shape }: { group: CardGroup; desk: Desk; shape: Shape }) {
  return (
    <section className={css.group} data-unsettled={group.unsettled ? '' : undefined}>
      {group.title !== null && (
        <h3>
          {group.unsettled && <Icon name="unresolved" size={13} />}
          <Words>{group.title}</Words> <span className="num">{group.of ?? group.cards.length}</span>
        </h3>
      )}
      {shape === 'led' ? (
        <Led cards={group.cards} desk={desk} />
      ) : (
        <Cards cards={group.cards} className={shape === 'flow' ? undefined : css.columns} desk={desk} />
      )}
    </section>
  );
}

/** Leads to the first card whose speaker is not settled, which may be far down. */
function toUnsettled({ currentTarget }: MouseEvent) {
  currentTarget.closest('section')?.querySelector<HTMLElement>('[data-certainty="unresolved"] button')?.focus();
}

/** `limit`: how many cards are drawn at most; all of them without it. */
type Props = { desk: Desk; className?: string | undefined; limit?: number | undefined };

/** Who said what: every statement of the slice as a card, set by how much of it is in quotation marks. */
export function WallPanel({ desk, className, limit }: Props) {
  const { whole, slice, filters, view } = desk;
  const cards = quoteCards(slice, whole);
  const groups = firstCards(wallGroups(cards, whole, filters, view.order), limit);
  const [shown, all] = [slice.statements.length, whole.statements.length];
  const unsettled = cards.filter(({ certainty }) => certainty === 'unresolved').length;
  const draw = (list: CardGroup[], shape: Shape) =>
    list.map((group) => (
      <Group desk={desk} group={group} key={group.key} shape={group.unsettled ? 'columns' : shape} />
    ));
  // One speaker rarely fills a row: their groups follow each other in the columns, and only the unsettled stand apart.
  const flowing = view.order === 'speaker' ? groups.filter((group) => !group.unsettled) : [];
  return (
    <Panel
      actions={
        <Segmented label="Order" onChange={(order) => desk.onView({ order })} options={ORDERS} value={view.order} />
      }
      className={`${css.panel} ${className ?? ''}`}
      resetKey={slice}
      sub={
        <>
          {shown === all ? all : `${shown} of ${all}`} statements
          {cards.length < shown && ` on ${cards.length} cards`}
          {unsettled > 0 && (
            <button data-focus="wall:unsettled" onClick={toUnsettled} type="button">
              {unsettled} unresolved
            </button>
          )}
        </>
      }
      title="Who said what"
    >
      {groups.length === 0 ? (
        <PanelEmpty>No statement passes the filters.</PanelEmpty>
      ) : (
        <>
          <ScrollRegion className={css.scroll} label="Statements">
            <p className="vh">Serif in quotation marks is direct, a dotted rule marks what is indirect.</p>
            {flowing.length > 0 && <div className={css.columns}>{draw(flowing, 'flow')}</div>}
            {draw(
              groups.filter((group) => !flowing.includes(group)),
              view.order === 'weight' ? 'led' : 'columns',
            )}
          </ScrollRegion>
          <p className={css.more} data-screen-only="">
            <Later>{({ MoreBelow }) => <MoreBelow of={groups} />}</Later>
          </p>
        </>
      )}
    </Panel>
  );
}
