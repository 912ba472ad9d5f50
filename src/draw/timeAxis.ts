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

export type MeasureLabel = (text: string, size: number, weight: number) => number;

/** A stretch of the axis with one scale. Between two stretches the axis is broken. */
type Stretch = { kind: 'months' | 'days' | 'undated'; x: number; width: number; first: number; last: number };
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
/** `Date.UTC` takes the years 0 to 99 for those of the last century. */
const monthStart = (month: number) =>
  Math.round(new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1) / 86_400_000);

/** Days that are at most three apart share a stretch. */
function clusters(items: readonly TimeItem[]): [first: number, last: number][] {
  const groups: [number, number][] = [];
  for (const { first, last } of [...items].sort((a, b) => a.first - b.first || a.last - b.last)) {
    const group = groups.at(-1);
    if (group && first - group[1] <= 3) group[1] = Math.max(group[1], last);
    else groups.push([first, last]);
  }
  return groups;
}

/** Most days and most runs of days that are drawn day by day; what came before them stands among the months. */
const DAYS = 14;
const RUNS = 5;

/** The latest runs of days that there is room for, and the items with those of earlier days turned into spans. */
function chooseDays(items: readonly TimeItem[]): { items: TimeItem[]; runs: [number, number][] } {
  const all = clusters(items.filter(({ shape }) => shape === 'days'));
  const runs: [number, number][] = [];
  let days = 0;
  for (const run of all.reverse()) {
    days += run[1] - run[0] + 1;
    if (days > DAYS || runs.length === RUNS) break;
    runs.unshift(run);
  }
  const from = runs[0]?.[0] ?? Number.POSITIVE_INFINITY;
  return {
    items: items.map((item) =>
      item.shape === 'days' && item.first < from ? { ...item, shape: 'span' as const } : item,
    ),
    runs,
  };
}

/** Cuts a word that is wider than a line at the last character that fits. */
function cutWord(word: string, width: number, measure: MeasureLabel): string[] {
  if (measure(word, LABEL.size, LABEL.weight) <= width) return [word];
  const parts: string[] = [];
  for (const character of word) {
    const last = parts.at(-1);
    if (last !== undefined && measure(last + character, LABEL.size, LABEL.weight) <= width)
      parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}

/** Breaks a label into lines of at most `width` px, at spaces, and inside a word only where it is wider than a line. */
function wrap(text: string, width: number, measure: MeasureLabel): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((part) => cutWord(part, width, measure))) {
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

type Extent = { x1: number; x2: number; right: number };

const dayWidth = (stretch: Stretch) => stretch.width / (stretch.last - stretch.first + 1);

function at(stretch: Stretch, day: number): number {
  return stretch.x + (Math.min(Math.max(day, stretch.first), stretch.last + 1) - stretch.first) * dayWidth(stretch);
}

/** Where an item begins and ends on the axis, and how far its label may reach. */
function extentOf({ shape, first, last }: TimeItem, stretches: Stretch[], width: number): Extent {
  const home = stretches.find((one) => {
    if (shape === 'open') return one.kind === 'undated';
    return shape === 'span' ? one.kind === 'months' : one.kind === 'days' && first >= one.first && last <= one.last;
  });
  if (!home) return { x1: 0, x2: 0, right: width };
  const end = home.x + home.width;
  if (shape === 'open') return { x1: home.x, x2: home.x, right: end };
  if (shape === 'span') return { x1: at(home, first), x2: at(home, last + 1), right: end };
  return { x1: at(home, first), x2: at(home, last), right: first === last ? at(home, first + 1) : end };
}

function ticksOf(stretch: Stretch): Tick[] {
  const ticks: Tick[] = [];
  if (stretch.kind === 'days') {
    for (let day = stretch.first; day <= stretch.last; day += 1)
      ticks.push({ x: at(stretch, day), width: dayWidth(stretch), day, kind: 'day' });
  }
  if (stretch.kind !== 'months') return ticks;
  const months = monthOf(stretch.last) - monthOf(stretch.first) + 1;
  // A tick for each month, or for each year or decade where months would be less than a few px wide.
  const step = [1, 12, 120, 1200].find((size) => (stretch.width / months) * size >= 6) ?? 12_000;
  for (let month = monthOf(stretch.first); month <= monthOf(stretch.last); month += step) {
    const day = monthStart(month);
    ticks.push({
      x: at(stretch, day),
      width: at(stretch, monthStart(month + step)) - at(stretch, day),
      day,
      kind: 'month',
    });
  }
  return ticks;
}

function placeItem(item: TimeItem, { x1, x2, right }: Extent, width: number, measure: MeasureLabel): PlacedItem {
  const below = x2 - x1 >= INLINE && !item.choice;
  const wanted = below ? x1 + 2 : (x1 === x2 ? x1 : x2) + SIGN;
  const lines = wrap(item.label, Math.max(60, right - wanted - 4), measure);
  const textWidth = Math.max(...lines.map((line) => measure(line, LABEL.size, LABEL.weight)));
  // At the end of the axis, a label that has no room after its sign stands before it.
  const textX = wanted + textWidth + 4 <= width ? wanted : Math.max(0, Math.min(x1 - 6, width - 4) - textWidth);
  const left = Math.min(x1, textX);
  const box = {
    x: left,
    y: axisY + 5,
    width: Math.max(x2 + 8, textX + textWidth + 4) - left,
    height: lines.length * LINE + 1 + (below ? BAR : 0),
  };
  return { id: item.id, x1, x2, y: 0, textX, lines, box, below };
}

/**
 * Places dated things on an axis with marked breaks: months first, then the latest runs of days, then what has no date. Labels stand
 * below the axis in lanes and never overlap; `height` says how much room they took. Pure, and independent of the order of its input.
 */
export function placeOnAxis(given: readonly TimeItem[], width: number, measure: MeasureLabel): TimeAxis {
  const { items, runs } = chooseDays(given);
  const sorted = [...items].sort((a, b) => a.first - b.first || a.last - b.last || (a.id < b.id ? -1 : 1));
  const spans = sorted.filter(({ shape }) => shape === 'span');
  const stretches = placeStretches(
    spans,
    runs,
    sorted.some(({ shape }) => shape === 'open'),
    width,
  );
  const taken: PlacedItem['box'][] = [];
  const placed = sorted.map((item) => {
    const free = placeItem(item, extentOf(item, stretches, width), width, measure);
    const box = { ...free.box };
    for (const other of [...taken].sort((a, b) => a.y - b.y)) {
      const beside = other.x >= box.x + box.width || box.x >= other.x + other.width;
      if (!beside && other.y < box.y + box.height && box.y < other.y + other.height) box.y = other.y + other.height;
    }
    taken.push(box);
    return { ...free, box, y: box.y + 12 + (free.below ? BAR : 0) };
  });
  return {
    stretches,
    ticks: stretches.flatMap(ticksOf),
    items: placed,
    axisY,
    height: Math.max(60, ...taken.map(({ y, height }) => y + height)),
  };
}
