import { useEffect, useMemo, useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { filterCount } from '../../domain/filters.ts';
import type { Pair } from '../../domain/view.ts';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { Words } from '../../ui/Words.tsx';
import { Disagreements } from './Disagreements.tsx';
import { Headline } from './Headline.tsx';
import { pairOf, type Tellings, tellingsOf } from './model.ts';
import { PairChoice } from './PairChoice.tsx';
import { SideBySide } from './SideBySide.tsx';
import css from './tellings.module.css';

const plural = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

function Summary({ tellings }: { tellings: Tellings }) {
  const { a, b, joins, disagreements } = tellings;
  return (
    <>
      {plural(joins.length, 'passage', 'passages')} shared, {plural(a.onlyHere, 'paragraph', 'paragraphs')} only in{' '}
      <Words>{a.article.badge}</Words>, {b.onlyHere} only in <Words>{b.article.badge}</Words>,{' '}
      {plural(disagreements.length, 'disagreement', 'disagreements')}
    </>
  );
}

/** Paragraphs and disagreements that are drawn at once. */
const AT_ONCE = 150;

/** Whether both texts are drawn: those of much that is compared come in a task of their own. */
function useLaidOut(tellings: Tellings | null): boolean {
  const [drawn, setDrawn] = useState<Tellings | null>(null);
  const size = tellings
    ? tellings.a.paragraphs.length + tellings.b.paragraphs.length + tellings.disagreements.length
    : 0;
  const done = size <= AT_ONCE || drawn === tellings;
  useEffect(() => {
    if (done) return;
    const timer = setTimeout(() => setDrawn(tellings), 0);
    return () => clearTimeout(timer);
  }, [done, tellings]);
  return done;
}

/** Two articles of the coverage side by side: their headlines and what stands behind them, what they disagree on, and both texts. */
export default function TellingsView({ desk }: { desk: Desk }) {
  const { whole, view } = desk;
  const tellings = useMemo(() => tellingsOf(whole, view.pair), [whole, view.pair]);
  const laidOut = useLaidOut(tellings);
  if (!tellings)
    return (
      <Panel resetKey={whole} title="The two tellings">
        <PanelEmpty>
          {whole.articles.length === 1 ? 'Only one article is' : 'No article is'} in this coverage: there is nothing to
          compare.
        </PanelEmpty>
      </Panel>
    );
  const { a, b, joins, left, disagreements } = tellings;
  const choose = (pair: Pair) => {
    // The pair that is there without asking is not written into the link.
    const isFirst = pair.join() === pairOf(whole, null)?.join();
    desk.onView({ pair: isFirst ? null : pair });
  };
  return (
    <div className={css.view}>
      <Panel
        actions={
          whole.articles.length > 2 && (
            <PairChoice onChange={choose} pair={[a.article.id, b.article.id]} whole={whole} />
          )
        }
        resetKey={tellings}
        sub={<Summary tellings={tellings} />}
        title="The two tellings"
      >
        {filterCount(desk.filters) > 0 && (
          <p className={css.whole}>All of both articles: the filters do not narrow this comparison.</p>
        )}
        {left !== null && <p className={css.whole}>{left}</p>}
        <div className={css.headlines}>
          <Headline desk={desk} telling={a} />
          <Headline desk={desk} telling={b} />
        </div>
      </Panel>
      <Panel resetKey={tellings} sub="speakers, days and spellings" title="Where they differ">
        {disagreements.length === 0 ? (
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
        {laidOut ? (
          <SideBySide desk={desk} key={`${a.article.id} ${b.article.id}`} tellings={tellings} />
        ) : (
          <div aria-busy="true" />
        )}
      </Panel>
    </div>
  );
}
