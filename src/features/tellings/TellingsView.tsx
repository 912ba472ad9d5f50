import { useEffect, useState } from 'react';
import { TELLINGS, type TellingsAnswer } from '../../coverage/answers/tellings.ts';
import type { Desk } from '../../coverage/desk.ts';
import { filterCount } from '../../domain/filters.ts';
import type { Pair } from '../../domain/view.ts';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { Words } from '../../ui/Words.tsx';
import { Disagreements } from './Disagreements.tsx';
import { Headline } from './Headline.tsx';
import { PairChoice } from './PairChoice.tsx';
import { SideBySide } from './SideBySide.tsx';
import css from './tellings.module.css';

const plural = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

function Summary({ tellings }: { tellings: TellingsAnswer }) {
  const { a, b, joins, disagreements } = tellings;
  return (
    <>
      {plural(joins.length, 'passage', 'passages')} shared, {plural(a.onlyHere, 'paragraph', 'paragraphs')} only in{' '}
      <Words>{a.badge}</Words>, {b.onlyHere} only in <Words>{b.badge}</Words>,{' '}
      {plural(disagreements, 'disagreement', 'disagreements')}
    </>
  );
}

/** Paragraphs and disagreements that are drawn at once. */
const AT_ONCE = 150;

/** Whether both texts are drawn: those of much that is compared come in a task of their own. */
function useLaidOut(tellings: TellingsAnswer | null): boolean {
  const [drawn, setDrawn] = useState('');
  const { a, b, disagreements = 0 } = tellings ?? {};
  const size = (a?.paragraphs.length ?? 0) + (b?.paragraphs.length ?? 0) + disagreements;
  // Filters do not change what is compared, whatever object it comes in.
  const pair = `${a?.id} ${b?.id}`;
  const done = size <= AT_ONCE || drawn === pair;
  useEffect(() => {
    if (done) return;
    const timer = setTimeout(() => setDrawn(pair), 0);
    return () => clearTimeout(timer);
  }, [done, pair]);
  return done;
}

/** Two articles of the coverage side by side: their headlines and what stands behind them, what they disagree on, and both texts. */
export default function TellingsView({ desk }: { desk: Desk }) {
  const { articles } = desk.head;
  const tellings = desk.answer(TELLINGS, { pair: desk.view.pair });
  const laidOut = useLaidOut(tellings);
  if (!tellings)
    return (
      <Panel resetKey={desk.head} title="The two tellings">
        <PanelEmpty>
          {articles.length === 1 ? 'Only one article is' : 'No article is'} in this coverage: there is nothing to
          compare.
        </PanelEmpty>
      </Panel>
    );
  const { a, b, joins, left, disagreements } = tellings;
  const pair: Pair = [a.id, b.id];
  const choose = (chosen: Pair) => {
    // The pair that is there without asking is not written into the link.
    const isFirst = chosen.every((id, place) => id === articles[place]?.id);
    desk.onView({ pair: isFirst ? null : chosen });
  };
  return (
    <div className={css.view}>
      <Panel
        actions={articles.length > 2 && <PairChoice articles={articles} onChange={choose} pair={pair} />}
        resetKey={tellings}
        sub={<Summary tellings={tellings} />}
        title="The two tellings"
      >
        {filterCount(desk.filters) > 0 && (
          <p className={css.whole}>All of both articles: the filters do not narrow this comparison.</p>
        )}
        {left !== null && <p className={css.whole}>{left}</p>}
        <div className={css.headlines}>
          <Headline desk={desk} key={a.id} pair={pair} telling={a} />
          <Headline desk={desk} key={b.id} pair={pair} telling={b} />
        </div>
      </Panel>
      <Panel resetKey={tellings} sub="speakers, days and spellings" title="Where they differ">
        {disagreements === 0 ? (
          <PanelEmpty>
            No speaker of a shared passage, no day and no spelling of a name is marked or found to differ.
          </PanelEmpty>
        ) : (
          <Disagreements desk={desk} tellings={tellings} />
        )}
      </Panel>
      <Panel
        resetKey={tellings}
        sub={joins.length > 0 && 'underlined: the shared passage; dotted: words that the joined paragraph lacks'}
        title="Paragraph by paragraph"
      >
        {joins.length === 0 && <PanelEmpty>No passage is marked as standing in both articles.</PanelEmpty>}
        {laidOut ? <SideBySide desk={desk} key={pair.join(' ')} tellings={tellings} /> : <div aria-busy="true" />}
      </Panel>
    </div>
  );
}
