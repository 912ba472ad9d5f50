import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { panel, startApp } from './startApp.tsx';

const broken = vi.hoisted(() => ({ cards: false, rows: false, reader: false, thrown: false }));
vi.mock('../../src/features/wall/QuoteCard.tsx', async (original) => {
  const real = await original<typeof import('../../src/features/wall/QuoteCard.tsx')>();
  const QuoteCard: typeof real.QuoteCard = (props) => {
    if (broken.cards) throw new Error('a card that cannot be drawn');
    return real.QuoteCard(props);
  };
  return { QuoteCard };
});
vi.mock('../../src/coverage/answers/eventCounts.ts', async (original) => {
  const real = await original<typeof import('../../src/coverage/answers/eventCounts.ts')>();
  const EVENT_COUNTS: typeof real.EVENT_COUNTS = {
    ...real.EVENT_COUNTS,
    answer: (of, wants) => {
      if (broken.rows) throw new Error('rows that cannot be worked out');
      return real.EVENT_COUNTS.answer(of, wants);
    },
  };
  return { ...real, EVENT_COUNTS };
});
vi.mock('../../src/coverage/answers/reading/reading.ts', async (original) => {
  const real = await original<typeof import('../../src/coverage/answers/reading/reading.ts')>();
  const readingOf: typeof real.readingOf = (...args) => {
    broken.thrown = broken.reader;
    if (broken.reader) throw new Error('a reading that cannot be found');
    return real.readingOf(...args);
  };
  return { ...real, readingOf };
});

beforeEach(() => {
  Object.assign(broken, { cards: false, rows: false, reader: false, thrown: false });
});

describe('what fails', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  it('in a panel’s drawing leaves the others working, and is tried again', async () => {
    broken.cards = true;
    const user = await startApp();
    expect(within(await panel('Who said what')).getByRole('alert')).toHaveTextContent('This panel could not be drawn.');
    expect(await panel('Who speaks')).toHaveTextContent('Moon');
    broken.cards = false;
    await user.click(within(await panel('Who said what')).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: /the bridge/ })).toBeVisible();
  });

  it('in a panel’s own reckoning leaves the others working, too', async () => {
    broken.rows = true;
    await startApp();
    expect(await screen.findByRole('region', { name: 'Who speaks' })).toHaveTextContent('Moon');
    expect(screen.getByRole('alert')).toHaveTextContent('could not be drawn');
  });

  it('in the reader leaves the desk', async () => {
    broken.reader = true;
    await startApp('?v=1&open=s-cut');
    await waitFor(() => expect(broken.thrown).toBe(true));
    expect(await screen.findByRole('region', { name: 'Who said what' })).toHaveTextContent('the bridge');
  });
});
