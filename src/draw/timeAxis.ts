/** Something to be put on the axis. Day numbers count from 1970-01-01; both ends are included. */
export type TimeItem = {
  id: string;
  label: string;
  /** `days`: on one or several days; `span`: a month, a year or an interval; `open`: before or after, without a day. */
  shape: 'days' | 'span' | 'open';
  first: number;
  last: number;
  /** One of its days is meant, not all of them. */
  choice: boolean;
};

export type Measure = (text: string, size: number, weight: number) => number;

/** A stretch of the axis with one scale. Between two stretches the axis is broken. */
export type Stretch = { kind: 'months' | 'days' | 'undated'; x: number; width: number; first: number; last: number };
export type Tick = { x: number; width: number; day: number; kind: 'month' | 'day' };
/** `x1` to `x2` is what it covers on the axis; its label starts at `textX`, on the base line `y`, in lines of 15 px; `box` is all of it. */
export type PlacedItem = {
  id: string;
  x1: number;
  x2: number;
  y: number;
  textX: number;
  lines: string[];
  box: { x: number; y: number; width: number; height: number };
  /** The label stands below the bar, not after it. */
  below: boolean;
};
export type TimeAxis = { stretches: Stretch[]; ticks: Tick[]; items: PlacedItem[]; axisY: number; height: number };

const axisY = 22;
/** From the start of an item to its label, past its sign. */
const SIGN = 12;
/** A bar of at least this length carries its label below itself, and takes so much height for it. */
const INLINE = 60;
const BAR = 6;
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
    kind === 'months' ? 2.3 : kind === 'undated' ? 1.4 : Math.max(0.8, last - first + 1);
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
  const at = (stretch: Stretch, day: number) =>
    stretch.x + (Math.min(Math.max(day, stretch.first), stretch.last + 1) - stretch.first) * dayWidth(stretch);
  const extent = ({ shape, first, last }: TimeItem): { x1: number; x2: number; right: number } => {
    const home =
      shape === 'open'
        ? undated
        : shape === 'span'
          ? months
          : stretches.find((one) => one.kind === 'days' && first >= one.first && last <= one.last);
    if (!home) return { x1: 0, x2: 0, right: width };
    const end = home.x + home.width;
    if (shape === 'open') return { x1: home.x, x2: home.x, right: end };
    if (shape === 'span') return { x1: at(home, first), x2: at(home, last + 1), right: end };
    return { x1: at(home, first), x2: at(home, last), right: first === last ? at(home, first + 1) : end };
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
  const taken: PlacedItem['box'][] = [];
  const placed = sorted.map((item): PlacedItem => {
    const { x1, x2, right } = extent(item);
    const inline = x2 - x1 >= INLINE && !item.choice;
    const textX = inline ? x1 + 2 : (x1 === x2 ? x1 : x2) + SIGN;
    const lines = wrap(item.label, Math.max(60, right - textX - 4), measure);
    const textEnd = textX + Math.max(...lines.map((line) => measure(line, LABEL.size, LABEL.weight)));
    const box = {
      x: x1,
      y: axisY + 5,
      width: Math.max(x2, textEnd) + 4 - x1,
      height: lines.length * LINE + 1 + (inline ? BAR : 0),
    };
    for (const other of [...taken].sort((a, b) => a.y - b.y)) {
      const beside = other.x >= box.x + box.width || box.x >= other.x + other.width;
      if (!beside && other.y < box.y + box.height && box.y < other.y + other.height) box.y = other.y + other.height;
    }
    taken.push(box);
    return { id: item.id, x1, x2, y: box.y + 12 + (inline ? BAR : 0), textX, lines, box, below: inline };
  });
  return { stretches, ticks, items: placed, axisY, height: Math.max(60, ...taken.map(({ y, height }) => y + height)) };
}
