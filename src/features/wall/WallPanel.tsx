import type { Desk } from '../../domain/desk.ts';
import type { WallOrder } from '../../domain/view.ts';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Words } from '../../ui/Words.tsx';
import { type Card, type CardGroup, quoteCards, wallGroups } from './model.ts';
import { QuoteCard } from './QuoteCard.tsx';
import css from './wall.module.css';

const ORDERS: { value: WallOrder; label: string }[] = [
  { value: 'weight', label: 'By weight' },
  { value: 'speaker', label: 'By speaker' },
  { value: 'article', label: 'In article order' },
];

const isLarge = ({ weight }: Card) => weight === 'xl' || weight === 'l';

function Cards({ cards, desk, className }: { cards: Card[]; desk: Desk; className: string | undefined }) {
  return (
    <div className={className}>
      {cards.map((card) => (
        <QuoteCard card={card} desk={desk} key={card.key} />
      ))}
    </div>
  );
}

function Group({ group, desk, lead }: { group: CardGroup; desk: Desk; lead: boolean }) {
  const large = lead ? group.cards.filter(isLarge) : [];
  const others = lead ? group.cards.filter((card) => !isLarge(card)) : group.cards;
  return (
    <section className={css.group}>
      {group.title !== null && (
        <h3 className={css.groupTitle}>
          <Words>{group.title}</Words> <span className="num">{group.cards.length}</span>
        </h3>
      )}
      <div className={large.length > 0 && others.length > 0 ? css.split : undefined}>
        {large.length > 0 && <Cards cards={large} className={css.lead} desk={desk} />}
        {others.length > 0 && <Cards cards={others} className={css.columns} desk={desk} />}
      </div>
    </section>
  );
}

/** Who said what: every statement of the slice as a card, set by how much of it is in quotation marks. */
export function WallPanel({ desk, className }: { desk: Desk; className?: string | undefined }) {
  const { whole, slice, filters, view } = desk;
  const cards = quoteCards(slice, whole);
  const groups = wallGroups(cards, whole, filters, view.order);
  const [shown, all] = [slice.statements.length, whole.statements.length];
  const sub = shown === all ? `${all} statements` : `${shown} of ${all} statements`;
  return (
    <Panel
      actions={
        <Segmented label="Order" onChange={(order) => desk.onView({ order })} options={ORDERS} value={view.order} />
      }
      className={`${css.panel} ${className ?? ''}`}
      resetKey={slice}
      sub={sub}
      title="Who said what"
    >
      {groups.length === 0 ? (
        <PanelEmpty>No statement passes the filters.</PanelEmpty>
      ) : (
        <ScrollRegion className={css.scroll} label="Statements">
          <p className="vh">Serif in quotation marks is direct, a dotted rule marks what is indirect.</p>
          {groups.map((group, index) => (
            <Group desk={desk} group={group} key={group.key} lead={index === 0 && view.order === 'weight'} />
          ))}
        </ScrollRegion>
      )}
    </Panel>
  );
}
