import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { PANELS } from '../../domain/panel.ts';
import { hasSigns } from '../../domain/signs.ts';
import type { WallOrder } from '../../domain/view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BELOW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { Words } from '../../ui/Words.tsx';
import { Later } from './Later.tsx';
import { type Card, type CardGroup, cardOf, quoteHeads, wallGroups } from './model.ts';
import { firstCards, PAGE, packed } from './packing.ts';
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

/** `limit`: how many cards are drawn at most; all of them, page by page, without it. */
type Props = { desk: Desk; className?: string | undefined; limit?: number | undefined };

const isOpen = ({ certainty }: Pick<Card, 'certainty'>) => certainty === 'unresolved';

/** Who said what: every statement of the slice as a card, set by how much of it is in quotation marks. */
export function WallPanel({ desk, className, limit }: Props) {
  const { whole, slice, filters, view } = desk;
  const heads = useMemo(() => quoteHeads(slice, whole), [slice, whole]);
  const all = useMemo(() => wallGroups(heads, whole, filters, view.order), [heads, whole, filters, view.order]);
  const [at, setAt] = useState({ all, from: 0 });
  const from = at.all === all ? at.from : 0;
  const size = Math.min(limit ?? PAGE, PAGE);
  const groups = useMemo(
    () =>
      firstCards(all, size, from).map(({ cards, ...group }) => ({
        ...group,
        cards: cards.map((head) => cardOf(head, whole)),
      })),
    [all, size, from, whole],
  );
  const unsettled = useMemo(() => heads.filter(isOpen).length, [heads]);
  const here = groups.reduce((sum, { cards }) => sum + cards.length, 0);
  const paged = limit === undefined && heads.length > PAGE;
  const panel = useRef<HTMLButtonElement>(null);
  const [sought, setSought] = useState(false);
  const goTo = (next: number) => setAt({ all, from: next });

  /** Leads to the first card whose speaker is not settled, which may be far down, or on another page. */
  const toUnsettled = ({ currentTarget }: MouseEvent) => {
    if (focusUnsettled(currentTarget)) return;
    const first = all.flatMap(({ cards }) => cards).findIndex(isOpen);
    goTo(first - (first % PAGE));
    setSought(true);
  };
  useEffect(() => {
    if (!sought) return;
    setSought(false);
    focusUnsettled(panel.current);
  }, [sought]);

  const [shown, total] = [slice.statements.length, whole.statements.length];
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
          {shown === total ? total : `${shown} of ${total}`} statements
          {heads.length < shown && ` on ${heads.length} cards`}
          {hasSigns(whole) && <Later>{({ SignKey }) => <SignKey whole={whole} />}</Later>}
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
              view.order === 'weight' ? 'led' : 'columns',
            )}
            {paged && (
              <Later>
                {({ Pages }) => <Pages all={heads.length} from={from} onFrom={goTo} shown={here} size={PAGE} />}
              </Later>
            )}
          </ScrollRegion>
          <p className={css.more} data-screen-only="">
            <Later>
              {({ MoreBelow }) => (
                <MoreBelow
                  beyond={paged ? heads.length - from - here : 0}
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
