import { type KeyboardEvent, useMemo, useState } from 'react';
import type { PlacesAnswer, VenueRow } from '../../coverage/answers/places.ts';
import type { Desk } from '../../coverage/desk.ts';
import { toggled } from '../../domain/filters.ts';
import type { BaseMap } from '../../draw/baseMap.ts';
import { type WorldView, worldView } from '../../draw/worldMap.ts';
import { movedBy, NO_ZOOM, type Zoom, zoomedBy, zoomedView } from '../../draw/zoom.ts';
import { Icon } from '../../ui/Icon.tsx';
import { lineClip } from '../../ui/Stacks.tsx';
import { useRoom, withText } from '../../ui/useRoom.ts';
import { placeMarks, pointsOf, type VenueMark } from './mapMarks.ts';
import { STANDING_NOTES } from './model.ts';
import { useMapGestures } from './useMapGestures.ts';
import css from './venues.module.css';

/** The largest font of a label, and how far its baseline lies below its middle, in px of the map. */
const LABEL_SIZE = 13;
const LABEL_DROP = 0.35 * LABEL_SIZE;

type Props = { desk: Desk; places: PlacesAnswer; map: BaseMap | null };

/** The size of the map on a screen of 1440 by 1000, so that a page made without a screen has it where it stays. */
const USUAL_SIZE = { width: 572, height: 166 };

/** An offline map centred on the Pacific; arcs are great circles from the first origin. The base map may come later: nothing moves then. */
export function VenueMap({ desk, places: { venues, references }, map }: Props) {
  const { frame, room: size, scale } = useRoom<HTMLDivElement>(USUAL_SIZE);
  const [zoom, setZoom] = useState<Zoom>(NO_ZOOM);
  const closer = (factor: number, at: readonly [number, number] = [size.width / 2, size.height / 2]) =>
    setZoom((known) => zoomedBy(known, factor, at, size));
  const move = (dx: number, dy: number) => setZoom((known) => movedBy(known, dx, dy, size));
  const view = useMemo(() => {
    const places = [...venues.map(({ place }) => place), ...references];
    return worldView(size, pointsOf(places, map));
  }, [size, venues, references, map]);
  const placed = useMemo(
    () => placeMarks(venues, references, zoomedView(view, zoom), map),
    [venues, references, view, map, zoom],
  );

  const { signed } = desk.head;
  const gestures = useMapGestures(frame, scale, size, setZoom);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = 40;
    const acts: Record<string, () => void> = {
      '+': () => closer(1.5),
      '=': () => closer(1.5),
      '-': () => closer(1 / 1.5),
      '0': () => setZoom(NO_ZOOM),
      ArrowLeft: () => move(step, 0),
      ArrowRight: () => move(-step, 0),
      ArrowUp: () => move(0, step),
      ArrowDown: () => move(0, -step),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || (zoom.k === 1 && event.key.startsWith('Arrow')))
      return;
    event.preventDefault();
    act();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the marks and buttons inside
    <div className={css.map} data-zoomed={zoom.k > 1 ? '' : undefined} onKeyDown={onKeyDown} ref={frame} {...gestures}>
      <div className={css.zoom} data-screen-only="">
        <button aria-label="Closer" data-focus="map:closer" onClick={() => closer(1.5)} type="button">
          +
        </button>
        <button
          aria-label="Farther"
          data-focus="map:farther"
          disabled={zoom.k === 1}
          onClick={() => closer(1 / 1.5)}
          type="button"
        >
          −
        </button>
        <button
          aria-label="The whole map"
          data-focus="map:whole"
          disabled={zoom.k === 1}
          onClick={() => setZoom(NO_ZOOM)}
          type="button"
        >
          <Icon name="whole" size={14} />
        </button>
      </div>
      <svg
        aria-label="Map of the venues; the table below holds the same"
        height={withText(size.height)}
        role="group"
        viewBox={`0 0 ${size.width} ${size.height}`}
        width={withText(size.width)}
      >
        <defs>
          <pattern
            height="5"
            id="venue-hatch"
            patternTransform={`scale(${(1 / (view.scale * zoom.k)).toPrecision(6)}) rotate(45)`}
            patternUnits="userSpaceOnUse"
            width="5"
          >
            <rect className={css.hatchGround} height="5" width="5" />
            <path className={css.hatchLine} d="M0 0v5" />
          </pattern>
        </defs>
        <g transform={transformOf(zoom)}>
          <path className={css.graticule} d={view.graticule} />
          {map && (
            <g transform={view.transform}>
              <path className={css.land} d={map.land} />
              <path className={css.borders} d={map.borders} />
            </g>
          )}
          <path className={css.dateline} d={view.dateline} />
          {placed.venues.map(({ id, arc }) => arc !== null && <path className={css.arcCase} d={arc} key={id} />)}
        </g>
        {placed.venues.map((mark) => (
          <Mark
            desk={desk}
            key={mark.id}
            mark={mark}
            row={venues.find(({ place }) => place.id === mark.id)}
            signed={signed}
            view={view}
            zoom={zoom}
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
                clipPath={lineClip(origin.name, origin.label.y + LABEL_DROP, LABEL_SIZE)}
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

const transformOf = ({ k, x, y }: Zoom) => `translate(${x} ${y}) scale(${k})`;

type MarkProps = {
  mark: VenueMark;
  row: VenueRow | undefined;
  /** Whether it has a sign: its name is bold once it is checked. */
  signed: boolean;
  desk: Desk;
  view: WorldView;
  zoom: Zoom;
};

function Mark({ mark, row, signed, desk, view, zoom }: MarkProps) {
  const shown = row?.shown ?? true;
  const checked = row?.checked ?? false;
  const { filters, onFilter } = desk;
  const chosen = filters.places.includes(mark.id);
  const transform = transformOf(zoom);
  const choose = () => onFilter((now) => toggled(now, 'places', mark.id));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose();
  };
  return (
    <g
      aria-label={`${mark.name}, ${signed ? `${checked ? 'checked' : 'not checked'}, ` : ''}${STANDING_NOTES[mark.standing] ?? 'candidate'}${shown ? '' : ', not in this selection'}`}
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
      {mark.arc !== null && <path className={css.arc} d={mark.arc} transform={transform} />}
      {chosen && <circle className={css.chosenMark} cx={mark.x} cy={mark.y} r={Math.max(11, mark.radius + 3)} />}
      {mark.outline !== null && (
        <path
          className={css.area}
          d={mark.outline}
          fill={mark.standing === 'talked-about' ? 'none' : 'url(#venue-hatch)'}
          transform={`${transform} ${view.transform}`}
        />
      )}
      {mark.shape === 'islands' && <circle className={css.islands} cx={mark.x} cy={mark.y} r={mark.radius} />}
      {mark.shape === 'point' && <circle className={css.point} cx={mark.x} cy={mark.y} r="4" />}
      <circle className={css.hitArea} cx={mark.x} cy={mark.y} r={Math.max(14, mark.radius)} />
      {mark.label && (
        <text
          className={css.label}
          data-sign={signed ? (checked ? 'solid' : 'hollow') : undefined}
          clipPath={lineClip(mark.name, mark.label.y + LABEL_DROP, LABEL_SIZE)}
          dy="0.35em"
          textAnchor={mark.label.anchor}
          x={mark.label.x}
          y={mark.label.y}
        >
          {mark.name}
        </text>
      )}
    </g>
  );
}
