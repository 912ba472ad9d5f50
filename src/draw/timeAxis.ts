/** Something to be put on the axis. Day numbers count from 1970-01-01; both ends are included. */
export type TimeItem = {
  id: string;
  label: string;
  /** `days`: on one or several days; `span`: a month, a year or an interval; `open`: before or after, without a day. */
  shape: 'days' | 'span' | 'open';
  first: number;
  last: number;
};

export type Measure = (text: string, size: number, weight: number) => number;

/** A stretch of the axis with one scale. Between two stretches the axis is broken. */
export type Stretch = { kind: 'months' | 'days' | 'undated'; x: number; width: number; first: number; last: number };
export type Tick = { x: number; width: number; day: number; kind: 'month' | 'day' };
export type PlacedItem = { id: string; x1: number; x2: number; y: number; lines: string[]; lane: number };
export type TimeAxis = { stretches: Stretch[]; ticks: Tick[]; items: PlacedItem[]; axisY: number; height: number };

const AXIS_Y = 22;
const LINE = 15;
const GAP = 14;
const LABEL = { size: 12, weight: 400 };

const monthOf = (day: number) => {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const monthStart = (month: number) => Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000);

/** Days that are at most three apart share a stretch. */
function clusters(days: number[]): [first: number, last: number][] {
  const groups: [number, number][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && day - group[1] <= 3) group[1] = day;
    else groups.push([day, day]);
  }
  return groups;
}

/** Breaks a label into lines of at most `width` px, at spaces; a longer word stands alone. */
function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && measure(`${line} ${word}`, LABEL.size, LABEL.weight) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function placeStretches(spans: TimeItem[], days: [number, number][], open: boolean, width: number): Stretch[] {
  const stretches: Omit<Stretch, 'x' | 'width'>[] = [];
  if (spans.length > 0) {
    const first = Math.min(...spans.map((item) => item.first));
    const dayFirst = days[0]?.[0];
    const last = Math.max(
      ...spans.map((item) =>
        dayFirst === undefined || item.last < dayFirst ? item.last : Math.max(item.first, dayFirst - 1),
      ),
    );
    stretches.push({ kind: 'months', first: monthStart(monthOf(first)), last: monthStart(monthOf(last) + 1) - 1 });
  }
  for (const [first, last] of days) stretches.push({ kind: 'days', first, last });
  if (open) stretches.push({ kind: 'undated', first: 0, last: 0 });
  const share = ({ kind, first, last }: Omit<Stretch, 'x' | 'width'>) =>
    kind === 'months' ? 2.6 : kind === 'undated' ? 1.5 : Math.max(0.8, last - first + 1);
  const total = stretches.reduce((sum, stretch) => sum + share(stretch), 0);
  const unit = (width - GAP * Math.max(0, stretches.length - 1)) / Math.max(1, total);
  let x = 0;
  return stretches.map((stretch) => {
    const placed = { ...stretch, x, width: share(stretch) * unit };
    x += placed.width + GAP;
    return placed;
  });
}

/**
 * Places dated things on an axis with marked breaks: months first, then each run of days, then what has no date. Labels stand below
 * the axis in lanes and never overlap; `height` says how much room they took. Pure, and independent of the order of its input.
 */
export function placeOnAxis(items: readonly TimeItem[], width: number, measure: Measure): TimeAxis {
  const sorted = [...items].sort((a, b) => a.first - b.first || a.last - b.last || (a.id < b.id ? -1 : 1));
  const of = (shape: TimeItem['shape']) => sorted.filter((item) => item.shape === shape);
  const spans = of('span');
  const stretches = placeStretches(
    spans,
    clusters(of('days').flatMap(({ first, last }) => [first, last])),
    of('open').length > 0,
    width,
  );
  const months = stretches.find(({ kind }) => kind === 'months');
  const undated = stretches.find(({ kind }) => kind === 'undated');
  const dayWidth = (stretch: Stretch) => stretch.width / (stretch.last - stretch.first + 1);
  const onDays = (day: number) => {
    const stretch = stretches.find(({ kind, first, last }) => kind === 'days' && day >= first && day <= last);
    return stretch
      ? {
          x: stretch.x + (day - stretch.first) * dayWidth(stretch),
          width: dayWidth(stretch),
          room: stretch.x + stretch.width,
        }
      : null;
  };
  const ticks: Tick[] = [];
  for (const stretch of stretches) {
    if (stretch.kind === 'days') {
      for (let day = stretch.first; day <= stretch.last; day += 1)
        ticks.push({
          x: stretch.x + (day - stretch.first) * dayWidth(stretch),
          width: dayWidth(stretch),
          day,
          kind: 'day',
        });
    }
    if (stretch.kind !== 'months') continue;
    for (let month = monthOf(stretch.first); month <= monthOf(stretch.last); month += 1) {
      const x = stretch.x + (monthStart(month) - stretch.first) * dayWidth(stretch);
      ticks.push({
        x,
        width: (monthStart(month + 1) - monthStart(month)) * dayWidth(stretch),
        day: monthStart(month),
        kind: 'month',
      });
    }
  }
  const lanes: { from: number; to: number; y: number; end: number }[] = [];
  const placed = sorted.flatMap((item): PlacedItem[] => {
    const start = item.shape === 'days' ? onDays(item.first) : null;
    const end = item.shape === 'days' ? onDays(item.last) : null;
    const home = item.shape === 'open' ? undated : months;
    const clampDay = (day: number) => (months ? Math.min(Math.max(day, months.first), months.last + 1) : 0);
    const x1 =
      start?.x ??
      (item.shape === 'span' && months
        ? months.x + (clampDay(item.first) - months.first) * dayWidth(months)
        : (home?.x ?? 0));
    const x2 =
      item.shape === 'days'
        ? (end?.x ?? x1)
        : item.shape === 'span' && months
          ? months.x + (clampDay(item.last + 1) - months.first) * dayWidth(months)
          : x1;
    const right =
      item.shape === 'days'
        ? item.first === item.last
          ? x1 + (start?.width ?? 0)
          : (end?.room ?? x1)
        : home
          ? home.x + home.width
          : x1;
    const wide = item.shape === 'span' && home ? Math.max(right - x1, Math.min(home.width, 130)) : right - x1;
    const left = Math.min(x1, right - wide);
    const lines = wrap(item.label, Math.max(40, wide - 16), measure);
    const height = lines.length * LINE + 2;
    let y = AXIS_Y + 18;
    for (const other of [...lanes].sort((a, b) => a.y - b.y))
      if (other.from < left + wide && left < other.to && y < other.end && other.y < y + height) y = other.end;
    lanes.push({ from: left, to: left + wide, y, end: y + height });
    return [{ id: item.id, x1, x2, y, lines, lane: left }];
  });
  return { stretches, ticks, items: placed, axisY: AXIS_Y, height: Math.max(60, ...lanes.map(({ end }) => end)) };
}
