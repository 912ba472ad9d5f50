import { type MouseEvent, startTransition, useEffect, useRef, useState } from 'react';
import { CARDS, type Card, type CardGroup } from '../../coverage/answers/cards.ts';
import type { Desk } from '../../coverage/desk.ts';
import { PANELS } from '../../domain/panel.ts';
import type { Slug } from '../../domain/slug.ts';
import type { WallOrder } from '../../domain/view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BELOW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { Words } from '../../ui/Words.tsx';
import { Later } from './Later.tsx';
import { PAGE, packed } from './packing.ts';
import { QuoteCard } from './QuoteCard.tsx';
import css from './wall.module.css';

const ORDERS: { value: WallOrder; label: string }[] = [
  { value: 'weight', label: 'By weight' },
  { value: 'speaker', label: 'By speaker' },
  { value: 'article', label: 'In article order' },
];

/** True when there was such a card in the panel. */
function focusUnsettled(inPanel: Element | null): boolean {
  const card = inPanel?.closest('section')?.querySelector<HTMLElement>('[data-certainty="unresolved"] button');
  card?.focus();
  return card != null;
}

/** `page`: the statements of all cards that are drawn. */
type CardsProps = { cards: Card[]; desk: Desk; page: Slug[]; className?: string | undefined };

function Cards({ cards, className, ...rest }: CardsProps) {
  return (
    <div className={className}>
      {cards.map((card) => (
        <QuoteCard card={card} key={card.key} {...rest} />
      ))}
    </div>
  );
}

/** A lead with the large quotations, and the others in columns: packed where there are six tracks, as the style sheet breaks them elsewhere. */
function Led({ cards, desk, page }: CardsProps) {
  // Whoever renders without a screen gets the wide wall.
  const wide = !useMediaQuery(BELOW.desk) && desk.view.opened === null;
  const { lead, columns } = packed(cards, wide ? 6 : 1);
  return (
    <div className={wide ? css.packed : css.led}>
      {[lead, ...columns].map((column, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <Cards cards={column} desk={desk} key={index} page={page} />
      ))}
    </div>
  );
}

/** How a group stands: with a lead, in columns of its own, or in columns that go on around it. */
type Shape = 'led' | 'columns' | 'flow';

function Group({ group, shape, ...rest }: Omit<CardsProps, 'cards'> & { group: CardGroup; shape: Shape }) {
  return (
    <section className={css.group} data-unsettled={group.unsettled ? '' : undefined}>
      {group.title !== null && (
        <h3>
          {group.unsettled && <Icon name="unresolved" size={13} />}
          <Words>{group.title}</Words> <span className="num">{group.of}</span>
        </h3>
      )}
      {shape === 'led' ? (
        <Led cards={group.cards} {...rest} />
      ) : (
        <Cards cards={group.cards} className={shape === 'flow' ? undefined : css.columns} {...rest} />
      )}
    </section>
  );
}

/** `limit`: how many cards are drawn at most; all of them, page by page, without it. */
type Props = { desk: Desk; className?: string | undefined; limit?: number | undefined };

/** Who said what: every statement of the slice as a card, set by how much of it is in quotation marks. */
export function WallPanel({ desk, className, limit }: Props) {
  const { ask, head } = desk;
  const { order } = desk.view;
  const start = { ask, order, from: 0, seeks: false };
  const [at, setAt] = useState(start);
  const stays = at.ask === ask && at.order === order;
  // Other cards, or another order, begin at their first page.
  if (!stays) setAt(start);
  const from = stays ? at.from : 0;
  const answer = desk.answer(CARDS, { order, from, size: Math.min(limit ?? PAGE, PAGE) });
  const { groups, cards: all, statements: shown, unsettled } = answer;
  const page = groups.flatMap(({ cards }) => cards.map(({ statement }) => statement));
  const paged = limit === undefined && all > PAGE;
  const panel = useRef<HTMLButtonElement>(null);
  const goTo = (next: number, seeks = false) => startTransition(() => setAt({ ask, order, from: next, seeks }));

  /** Leads to the first card whose speaker is not settled, which may be far down, or on another page. */
  const toUnsettled = ({ currentTarget }: MouseEvent) => {
    const { firstUnsettled } = answer;
    if (!focusUnsettled(currentTarget)) goTo(firstUnsettled - (firstUnsettled % PAGE), true);
  };
  useEffect(() => {
    if (at.seeks) focusUnsettled(panel.current);
  }, [at]);

  const total = head.sizes.statements;
  const draw = (list: CardGroup[], shape: Shape) =>
    list.map((group) => (
      <Group desk={desk} group={group} key={group.key} page={page} shape={group.unsettled ? 'columns' : shape} />
    ));
  // One speaker rarely fills a row: their groups follow each other in the columns, and only the unsettled stand apart.
  const flowing = order === 'speaker' ? groups.filter((group) => !group.unsettled) : [];
  return (
    <Panel
      actions={
        <Segmented label="Order" onChange={(next) => desk.onView({ order: next })} options={ORDERS} value={order} />
      }
      className={`${css.panel} ${className ?? ''}`}
      resetKey={answer}
      sub={
        <>
          {shown === total ? total : `${shown} of ${total}`} statements
          {all < shown && ` on ${all} cards`}
          {head.signed && <Later>{({ SignKey }) => <SignKey head={head} />}</Later>}
          {unsettled > 0 && (
            <button data-focus="wall:unsettled" onClick={toUnsettled} ref={panel} type="button">
              {unsettled} unresolved
            </button>
          )}
        </>
      }
      title={PANELS.wall.title}
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
              order === 'weight' ? 'led' : 'columns',
            )}
            {paged && (
              <Later>
                {({ Pages }) => <Pages all={all} from={from} onFrom={goTo} shown={page.length} size={PAGE} />}
              </Later>
            )}
          </ScrollRegion>
          <p className={css.more} data-screen-only="">
            <Later>
              {({ MoreBelow }) => (
                <MoreBelow
                  beyond={paged ? all - from - page.length : 0}
                  of={groups}
                  onBeyond={() => goTo(from + PAGE)}
                />
              )}
            </Later>
          </p>
        </>
      )}
    </Panel>
  );
}
