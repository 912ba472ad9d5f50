import { Suspense } from 'react';
import { fitNetwork, TIE_COUNTS } from '../../coverage/answers/tieCounts.ts';
import type { Desk } from '../../coverage/desk.ts';
import { PANELS } from '../../domain/panel.ts';
import { TIE_KINDS } from '../../domain/tie.ts';
import type { TiesView } from '../../domain/view.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { plural } from '../../ui/plural.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { BELOW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { LineSample } from './LineSample.tsx';
import css from './ties.module.css';

export const Network = lazyPart(() => import('./Network.tsx'));
const Matrix = lazyPart(() => import('./Matrix.tsx'));
const ReadSelection = lazyPart(() => import('./ReadSelection.tsx'));
const TieList = lazyPart(() => import('./TieList.tsx'));

const VIEWS: { value: TiesView; label: string }[] = [
  { value: 'network', label: 'Network' },
  { value: 'matrix', label: 'Matrix' },
  { value: 'list', label: 'List' },
];

/** Who relates to whom: the same ties as a network, a matrix and a list. */
export function TiesPanel({ desk, className }: { desk: Desk; className?: string | undefined }) {
  const phone = useMediaQuery(BELOW.tablet);
  const counted = desk.answer(TIE_COUNTS, null);
  const { ties, shown, passages, chosen } = counted;
  const tooMany = !fitNetwork(counted);
  const view = desk.view.ties ?? (phone || tooMany ? 'list' : 'network');
  const counts = `${shown === ties ? '' : `${shown} of `}${ties} ties, ${plural(passages, 'passage')}`;
  const mark = chosen ?? desk.filters.actors[0];
  return (
    <Panel
      actions={<Segmented label="Ties as" onChange={(ties) => desk.onView({ ties })} options={VIEWS} value={view} />}
      className={className}
      resetKey={counted}
      sub={
        mark === undefined ? (
          counts
        ) : (
          <Suspense fallback={<span className={css.read}>Read</span>}>
            <ReadSelection counts={counts} desk={desk} mark={mark} />
          </Suspense>
        )
      }
      title={PANELS.ties.title}
    >
      {view === 'network' && tooMany && (
        <PanelEmpty>{ties} ties are too many for a network that can be read. The list holds all of them.</PanelEmpty>
      )}
      <Suspense fallback={<div className={`${css.network} ${css.waiting}`} />}>
        {view === 'network' && !tooMany && <Network desk={desk} />}
        {view === 'matrix' && <Matrix desk={desk} />}
        {view === 'list' && <TieList desk={desk} />}
      </Suspense>
      <footer className={css.foot}>
        {view !== 'list' && (
          <ul aria-label="Kinds of tie" className={css.key}>
            {TIE_KINDS.map((kind) => (
              <li key={kind}>
                <LineSample kind={kind} /> {kind}
              </li>
            ))}
            <li>
              <LineSample kind="cooperation" tentative /> future or possible
            </li>
            <li>
              <b>3?</b> in part, <b>×</b> denied, pale: past
            </li>
            {desk.head.signed && (
              <li>
                <i data-sign="hollow">3</i> not all checked <i data-sign="solid">3</i> checked
              </li>
            )}
          </ul>
        )}
      </footer>
    </Panel>
  );
}
