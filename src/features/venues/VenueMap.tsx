import { type KeyboardEvent, useMemo } from 'react';
import { itemById } from '../../domain/corpus.ts';
import type { Desk } from '../../domain/desk.ts';
import { toggled } from '../../domain/filters.ts';
import type { BaseMap } from '../../draw/worldMap.ts';
import { worldView } from '../../draw/worldMap.ts';
import { useSize } from '../../ui/useSize.ts';
import { placeMarks, type VenueMark } from './mapMarks.ts';
import { ORIGINS, type VenueRow } from './model.ts';
import css from './venues.module.css';

type Props = { desk: Desk; rows: VenueRow[]; map: BaseMap | null };

/** An offline map centred on the Pacific; arcs are great circles from the first origin. */
export function VenueMap({ desk, rows, map }: Props) {
  const [frame, size] = useSize<HTMLDivElement>({ width: 572, height: 212 });
  const { whole } = desk;
  const view = useMemo(() => worldView(size), [size]);
  const base = useMemo(
    () => (map ? { land: view.path(map.land), borders: view.path(map.borders) } : null),
    [map, view],
  );
  const placed = useMemo(() => {
    const origins = ORIGINS.flatMap((id) => itemById(whole.places, id) ?? []);
    return placeMarks(
      rows.map(({ place, standing }) => ({ place, standing })),
      origins,
      view,
      map,
    );
  }, [rows, whole, view, map]);

  return (
    <div className={css.map} ref={frame}>
      <svg
        aria-label="Map of the venues; the table below holds the same"
        height={size.height}
        role="group"
        viewBox={`0 0 ${size.width} ${size.height}`}
        width={size.width}
      >
        <defs>
          <pattern height="5" id="venue-hatch" patternTransform="rotate(45)" patternUnits="userSpaceOnUse" width="5">
            <rect className={css.hatchGround} height="5" width="5" />
            <path className={css.hatchLine} d="M0 0v5" />
          </pattern>
        </defs>
        <path className={css.graticule} d={view.graticule} />
        {base && <path className={css.land} d={base.land} />}
        {base && <path className={css.borders} d={base.borders} />}
        <path className={css.dateline} d={view.dateline} />
        {placed.venues.map(({ id, arc }) => arc !== null && <path className={css.arcCase} d={arc} key={id} />)}
        {placed.venues.map((mark) => (
          <Mark
            desk={desk}
            key={mark.id}
            mark={mark}
            shown={rows.find(({ place }) => place.id === mark.id)?.shown ?? true}
          />
        ))}
        {placed.origins.map((origin, index) => (
          <g className={css.originMark} key={origin.id}>
            {index === 0 ? (
              <rect className={css.origin} height="8" width="8" x={origin.x - 4} y={origin.y - 4} />
            ) : (
              <circle className={css.reference} cx={origin.x} cy={origin.y} r="3" />
            )}
            {origin.label && (
              <text
                className={index === 0 ? css.originLabel : css.referenceLabel}
                dy="0.35em"
                textAnchor={origin.label.anchor}
                x={origin.label.x}
                y={origin.label.y}
              >
                {origin.name}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}

function Mark({ mark, shown, desk }: { mark: VenueMark; shown: boolean; desk: Desk }) {
  const { filters, onFilter } = desk;
  const chosen = filters.places.includes(mark.id);
  const choose = () => onFilter(toggled(filters, 'places', mark.id));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose();
  };
  return (
    <g
      aria-label={`${mark.name}, ${mark.standing === 'candidate' ? 'candidate' : mark.standing === 'past' ? 'past venue' : 'talks on the site'}${shown ? '' : ', not in this selection'}`}
      aria-pressed={chosen}
      className={css.mark}
      data-dim={shown ? undefined : ''}
      data-focus={`map:${mark.id}`}
      data-standing={mark.standing}
      onClick={choose}
      onKeyDown={onKeyDown}
      role="button"
      tabIndex={0}
    >
      {mark.arc !== null && <path className={css.arc} d={mark.arc} />}
      {chosen && <circle className={css.chosenMark} cx={mark.x} cy={mark.y} r={Math.max(11, mark.radius + 3)} />}
      {mark.outline !== null && (
        <path
          className={css.area}
          d={mark.outline}
          fill={mark.standing === 'talked-about' ? 'none' : 'url(#venue-hatch)'}
        />
      )}
      {mark.shape === 'islands' && <circle className={css.islands} cx={mark.x} cy={mark.y} r={mark.radius} />}
      {mark.shape === 'point' && <circle className={css.point} cx={mark.x} cy={mark.y} r="4" />}
      <circle className={css.hitArea} cx={mark.x} cy={mark.y} r={Math.max(14, mark.radius)} />
      {mark.label && (
        <text className={css.label} dy="0.35em" textAnchor={mark.label.anchor} x={mark.label.x} y={mark.label.y}>
          {mark.name}
        </text>
      )}
    </g>
  );
}
