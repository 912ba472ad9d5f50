import { Suspense, useMemo } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { PANELS } from '../../domain/panel.ts';
import { hasSigns } from '../../domain/signs.ts';
import { TIE_KINDS } from '../../domain/tie.ts';
import type { TiesView } from '../../domain/view.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { plural } from '../../ui/plural.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { BELOW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { LineSample } from './LineSample.tsx';
import { presentIn, tieRows } from './model.ts';
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

/** Beyond these a picture cannot be read any more, and takes seconds to lay out. */
const NETWORK_ACTORS = 80;
const NETWORK_TIES = 160;

/** Who relates to whom: the same ties as a network, a matrix and a list. */
export function TiesPanel({ desk, className }: { desk: Desk; className?: string | undefined }) {
  const { filters } = desk;
  const phone = useMediaQuery(BELOW.tablet);
  const rows = useMemo(() => tieRows(desk.whole), [desk.whole]);
  const tooMany = useMemo(
    () => rows.length > NETWORK_TIES || new Set(rows.flatMap(({ from, to }) => [...from, ...to])).size > NETWORK_ACTORS,
    [rows],
  );
  const view = desk.view.ties ?? (phone || tooMany ? 'list' : 'network');
  const present = useMemo(() => presentIn(desk.slice), [desk.slice]);
  const passages = [...present.ties.values()].reduce((sum, row) => sum + row.passages.length, 0);
  const ties =
    present.ties.size === rows.length ? `${rows.length} ties` : `${present.ties.size} of ${rows.length} ties`;
  const counts = `${ties}, ${plural(passages, 'passage')}`;
  const [chosen] = filters.ties.flatMap((key) => present.ties.get(key) ?? []);
  const mark = chosen?.key ?? filters.actors[0];
  const shared = { desk, rows, present };
  return (
    <Panel
      actions={<Segmented label="Ties as" onChange={(ties) => desk.onView({ ties })} options={VIEWS} value={view} />}
      className={className}
      resetKey={desk.slice}
      sub={
        mark === undefined ? (
          counts
        ) : (
          <Suspense fallback={<span className={css.read}>Read</span>}>
            <ReadSelection counts={counts} desk={desk} mark={mark} tie={chosen} />
          </Suspense>
        )
      }
      title={PANELS.ties.title}
    >
      {view === 'network' && tooMany && (
        <PanelEmpty>
          {rows.length} ties are too many for a network that can be read. The list holds all of them.
        </PanelEmpty>
      )}
      <Suspense fallback={<div className={`${css.network} ${css.waiting}`} />}>
        {view === 'network' && !tooMany && <Network {...shared} />}
        {view === 'matrix' && <Matrix {...shared} />}
        {view === 'list' && <TieList {...shared} />}
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
            {hasSigns(desk.whole) && (
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
