import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { EVENTS } from '../../src/coverage/answers/events.ts';
import type { DatedEvent } from '../../src/domain/datedEvent.ts';
import { dateWords } from '../../src/domain/dateWords.ts';
import { readEdtf } from '../../src/domain/edtf.ts';
import { tickDays, tickLabel } from '../../src/features/timeline/days.ts';
import { TimelinePanel } from '../../src/features/timeline/TimelinePanel.tsx';
import { BELOW } from '../../src/ui/useMediaQuery.ts';
import { answered } from '../fixtures/ask.ts';
import { byHand } from '../fixtures/byHand.ts';
import { renderDesk, setMedia, textOf } from '../fixtures/desk.tsx';
import { bundledCorpus, markedArticle, minimalCorpus } from '../fixtures/markedCorpus.ts';

beforeAll(() => import('../../src/features/timeline/Events.tsx').then(() => {}));

const { article, all } = markedArticle(
  'a',
  'When it was\n\n[d:Last March] was one. [d:On Tuesday] and [d:Tuesday or Wednesday], [d:on Friday], [d:soon].',
);
const [march, tuesday, either, friday, soon] = all('d');

function dated(id: string, label: string, date: string, span = tuesday): DatedEvent {
  if (!span) throw new Error('the article has no such words');
  const certainty = date.startsWith('[') ? 'contested' : 'stated';
  return {
    id,
    label,
    date,
    surface: span.exact,
    certainty,
    actors: [],
    place: null,
    topics: [],
    evidence: [span],
    ...byHand(),
  };
}

const corpus = minimalCorpus({
  articles: [article],
  events: [
    dated('e-soon', 'A second meeting', '2019-01-11/..', soon),
    dated('e-march', 'A first visit', '2018-03', march),
    dated('e-either', 'A factory visit', '[2019-01-08,2019-01-09]', either),
    dated('e-tuesday', 'A birthday', '2019-01-08', tuesday),
    dated('e-friday', 'A departure', '2019-01-11', friday),
  ],
});

const tick = (name: string) => screen.getByRole('button', { name });
const events = () => screen.getAllByRole('button', { name: /, (stated|inferred|contested)/ });

describe('the words of a date', () => {
  it.each([
    ['2019-01-08', '8 Jan 2019'],
    ['2019-01-08~', 'about 8 Jan 2019'],
    ['2018-03', 'March 2018'],
    ['2018', '2018'],
    ['2018~', 'about 2018'],
    ['2019-01-07/2019-01-10', '7 Jan 2019 to 10 Jan 2019'],
    ['[2019-01-08,2019-01-09]', '8 Jan 2019 or 9 Jan 2019'],
    ['2019-01-10/..', 'after 10 Jan 2019'],
    ['../2019-01-10', 'before 10 Jan 2019'],
  ])('of %s are "%s"', (date, words) => {
    const span = readEdtf(date);
    expect(span && dateWords(span)).toBe(words);
  });

  it.each(['2018-01/2019-01', '../2018-03', '2018-03/..', '2017/2018'])(
    'of %s name no day, since it has none',
    (date) => {
      const span = readEdtf(date);
      expect(span && dateWords(span)).not.toMatch(/\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)/);
    },
  );
});

describe('the timeline', () => {
  it('says of each event when it was, and how sure that is', async () => {
    await renderDesk(TimelinePanel, { corpus });
    expect(events().map((one) => one.getAttribute('aria-label'))).toEqual([
      'A first visit, March 2018, stated',
      'A birthday, 8 Jan 2019, stated',
      'A factory visit, 8 Jan 2019 or 9 Jan 2019, contested',
      'A departure, 11 Jan 2019, stated',
      'A second meeting, after 11 Jan 2019, stated',
    ]);
    expect(screen.getByText('5 events, 1 without a date')).toBeVisible();
  });

  it('has a tick for each month and each day that something is on', async () => {
    await renderDesk(TimelinePanel, { corpus });
    const ticks = screen.getAllByRole('button', { name: /^Only / }).map((one) => one.getAttribute('aria-label'));
    expect(ticks).toEqual(['Only Mar 2018', 'Only Tue 8 Jan', 'Only Wed 9 Jan', 'Only Thu 10 Jan', 'Only Fri 11 Jan']);
  });

  it('drops a drag that the page takes over, as when a finger scrolls, and one of another button', async () => {
    const { calls } = await renderDesk(TimelinePanel, { corpus });
    fireEvent.pointerDown(tick('Only Tue 8 Jan'), { button: 0 });
    fireEvent.pointerCancel(window);
    fireEvent.pointerDown(tick('Only Tue 8 Jan'), { button: 2 });
    fireEvent.pointerEnter(tick('Only Thu 10 Jan'));
    fireEvent.pointerUp(window);
    expect(calls.onFilter).not.toHaveBeenCalled();
    fireEvent.pointerDown(tick('Only Tue 8 Jan'), { button: 0 });
    fireEvent.pointerEnter(tick('Only Thu 10 Jan'));
    fireEvent.pointerUp(window);
    expect(calls.onFilter).toHaveBeenCalledOnce();
  });

  it('sets from and to by a day, and a second click takes it back', async () => {
    const { user, now } = await renderDesk(TimelinePanel, { corpus });
    await user.click(tick('Only Tue 8 Jan'));
    expect(now().filters).toMatchObject({ from: '2019-01-08', to: '2019-01-08' });
    expect(tick('Only Tue 8 Jan')).toHaveAttribute('aria-pressed', 'true');
    expect(tick('Only Wed 9 Jan')).toHaveAttribute('aria-pressed', 'false');
    await user.click(tick('Only Tue 8 Jan'));
    expect(now().filters).toMatchObject({ from: null, to: null });
  });

  it('keeps what is not on that day in its place, and says so; a contested day counts as either', async () => {
    const { user } = await renderDesk(TimelinePanel, { corpus });
    await user.click(tick('Only Wed 9 Jan'));
    const gone = events().filter((one) => one.getAttribute('aria-label')?.endsWith('not in this selection'));
    expect(gone).toHaveLength(4);
    expect(screen.getByRole('button', { name: /^A factory visit.*contested$/ })).toBeInTheDocument();
    expect(screen.getByText('1 of 5 events')).toBeVisible();
  });

  it('extends the days to another one with the shift key', async () => {
    const { user, now } = await renderDesk(TimelinePanel, { corpus });
    await user.click(tick('Only Tue 8 Jan'));
    await user.keyboard('{Shift>}');
    await user.click(tick('Only Thu 10 Jan'));
    expect(now().filters).toMatchObject({ from: '2019-01-08', to: '2019-01-10' });
  });

  it('sets a whole month, by keyboard too', async () => {
    const { user, now } = await renderDesk(TimelinePanel, { corpus });
    tick('Only Mar 2018').focus();
    await user.keyboard('{Enter}');
    expect(now().filters).toMatchObject({ from: '2018-03-01', to: '2018-03-31' });
    await user.keyboard(' ');
    expect(now().filters).toMatchObject({ from: null, to: null });
  });

  it('opens the words that date an event', async () => {
    const { user, calls } = await renderDesk(TimelinePanel, { corpus });
    await user.click(screen.getByRole('button', { name: /^A factory visit/ }));
    screen.getByRole('button', { name: /^A first visit/ }).focus();
    await user.keyboard('{Enter}');
    expect(calls.onOpen.mock.calls).toEqual([[{ mark: 'e-either', passage: 1 }], [{ mark: 'e-march', passage: 1 }]]);
  });

  it('is a list on a narrow screen, with the words of the text', async () => {
    setMedia(BELOW.tablet);
    const { user, calls } = await renderDesk(TimelinePanel, { corpus });
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items).toHaveLength(5);
    expect(textOf(items[2] ?? document.body)).toMatch(/8 Jan 2019 or 9 Jan 2019 \(contested\).*“Tuesday or Wednesday”/);
    await user.click(screen.getByRole('button', { name: /A birthday/ }));
    expect(calls.onOpen.mock.calls).toEqual([[{ mark: 'e-tuesday', passage: 1 }]]);
  });

  it('says so when the coverage has no date', async () => {
    await renderDesk(TimelinePanel, { corpus: minimalCorpus() });
    expect(screen.getByText('This coverage names no date.')).toBeVisible();
  });
});

describe('the rows of the timeline', () => {
  it('hold every event of the coverage once', () => {
    const whole = bundledCorpus();
    const rows = answered(whole, EVENTS, { events: 1e6 }).events;
    expect(rows.map(({ id }) => id).sort()).toEqual(whole.events.map(({ id }) => id).sort());
    expect(rows.every(({ shown }) => shown)).toBe(true);
  });

  it('are the first ones where fewer are asked for, those of the selection before others', () => {
    const answer = answered(corpus, EVENTS, { events: 2 }, { from: '2019-01-09', to: '2019-01-09' });
    expect(answer.events.map(({ id, shown }) => [id, shown])).toEqual([
      ['e-either', true],
      ['e-march', false],
    ]);
    expect(answer).toMatchObject({ eventsInAll: 5, groups: [] });
  });

  it('come with groups of all that are selected where those are more than were asked for', () => {
    const answer = answered(corpus, EVENTS, { events: 2 });
    expect(answer.groups.map(({ name }) => name)).toEqual(['Mar 2018', 'Jan 2019', 'without a date']);
    expect(answer.groups.slice(0, 2).map(({ label }) => label)).toEqual(['1 event', '3 events']);
    expect(structuredClone(answer)).toEqual(answer);
  });

  it('name the days of a tick', () => {
    const tickOf = (kind: 'month' | 'day', ...date: [number, number, number]) => ({
      day: Math.round(Date.UTC(...date) / 86_400_000),
      kind,
    });
    expect(tickLabel(tickOf('month', 2018, 2, 1), true)).toBe('Mar 2018');
    expect(tickDays(tickOf('month', 2018, 2, 1))).toEqual({ from: '2018-03-01', to: '2018-03-31' });
    expect(tickDays(tickOf('month', 2020, 1, 1))).toEqual({ from: '2020-02-01', to: '2020-02-29' });
    expect(tickDays(tickOf('day', 2018, 2, 1))).toEqual({ from: '2018-03-01', to: '2018-03-01' });
  });
});
