import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import CoverageSwitch from '../../src/app/CoverageSwitch.tsx';
import { createOpening } from '../../src/app/opening.ts';
import { createAddress } from '../../src/url/address.ts';
import '../fixtures/desk.tsx';
import { inMemory } from '../fixtures/ask.ts';
import { actor, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

const DIGEST = '0123456789abcdef';

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
});

function setUp() {
  const opening = createOpening();
  // The second letter is Cyrillic.
  const corpus = minimalCorpus({ title: 'Theirs', actors: [actor('moon', 'M\u043eon'), actor('kim', 'Kim')] });
  const origin = { kind: 'file', name: 'theirs.json' } as const;
  opening.show({ coverages: [inMemory(corpus, { origin, digest: DIGEST })] });
  const address = createAddress(window, () => null);
  const close = vi.fn();
  render(
    <CoverageSwitch
      builtIn={inMemory(smallCorpus())}
      onClose={close}
      onFiles={() => {}}
      shown=""
      way={{ address, opening }}
    />,
  );
  return { opening, address, close };
}

describe('the open coverages', () => {
  it('tell apart actors of different files whose names look alike', () => {
    setUp();
    const line = screen.getAllByRole('listitem')[1] as HTMLElement;
    expect(line).toHaveTextContent('1 name looks like one of another coverage, and is kept apart');
    expect(line).toHaveTextContent('“M\u043eon” (moon) and “Moon” (moon)');
    expect(within(screen.getAllByRole('listitem')[0] as HTMLElement).queryByText(/looks like/)).toBeNull();
  });

  it('are chosen by a click, which the address follows', async () => {
    const { address, close } = setUp();
    expect(screen.getAllByRole('button', { current: true })).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: /^Theirs/ }));
    expect(address.get().state.view.file).toEqual({ name: 'theirs.json', digest: DIGEST });
    expect(close).toHaveBeenCalled();
    address.dispose();
  });

  it('tell what a wall screen loads without asking, and forget it', async () => {
    localStorage.setItem('dateline-allowed', '["https://data.example.org/x"]');
    setUp();
    expect(screen.getByText(/this browser loads 1 address without asking again/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Forget this' }));
    expect(screen.queryByText(/without asking again/)).toBeNull();
    expect(localStorage.getItem('dateline-allowed')).toBeNull();
  });

  it('show every problem of a refused file, and how to cancel one that is being opened', async () => {
    const { opening } = setUp();
    const problem = {
      code: 'missing-key',
      path: '$.title',
      expected: 'the key "title"',
      found: 'nothing',
      line: 7,
    } as const;
    act(() =>
      opening.show({
        refusals: [
          { name: 'bad.json', refused: { ok: false, problems: [problem], more: 2 } },
          { name: 'gone.json', code: 'open/timeout', words: 'It took too long.' },
        ],
        running: { name: 'next.json', stage: 'reading', done: 1_200_000, total: 5_000_000 },
      }),
    );
    expect(screen.getByRole('heading', { name: '“bad.json” was refused: 3 problems' })).toBeVisible();
    expect(screen.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
      '$.title',
      '7',
      'the key "title"',
      'nothing',
      'missing-key',
    ]);
    expect(screen.getByText('It took too long.')).toBeVisible();
    expect(screen.getByText('open/timeout')).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveValue(1_200_000);
    expect(screen.getByText('1.2 MB of 5.0 MB read')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});
