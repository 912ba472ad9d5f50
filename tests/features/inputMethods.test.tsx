import { fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { KeyboardHelp } from '../../src/app/KeyboardHelp.tsx';
import { ReaderFrame } from '../../src/features/reader/ReaderFrame.tsx';
import { SearchBox } from '../../src/features/search/SearchBox.tsx';
import { loadEngine } from '../../src/features/search/useSearch.ts';
import { renderDesk } from '../fixtures/desk.tsx';
import { smallCorpus } from '../fixtures/markedCorpus.ts';

beforeAll(loadEngine);
const COMPOSING = [{ isComposing: true }, { keyCode: 229 }];
const input = () => screen.getByRole('combobox', { name: 'Search actors, places and words' });

describe.each(COMPOSING)('a key of an input method (%j)', (method) => {
  it.each(['Enter', 'Escape', 'Tab', 'ArrowDown', 'ArrowUp'])('is left to it in the search: %s', async (key) => {
    const { user, calls } = await renderDesk(SearchBox, { corpus: smallCorpus() });
    await user.type(input(), 'moon');
    expect(input()).toHaveAttribute('aria-expanded', 'true');
    // False would say that the box took the key from the input method.
    expect(fireEvent.keyDown(input(), { key, ...method })).toBe(true);
    expect(input()).toHaveAttribute('aria-expanded', 'true');
    expect(input()).toHaveValue('moon');
    expect(input()).not.toHaveAttribute('aria-activedescendant');
    expect(calls.onFilter).not.toHaveBeenCalled();
  });

  it('does not close the reader', () => {
    const onClose = vi.fn();
    render(
      <ReaderFrame className="" onClose={onClose}>
        <h2 tabIndex={-1}>Words</h2>
      </ReaderFrame>,
    );
    fireEvent.keyDown(document.body, { key: 'Escape', ...method });
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('opens no help and takes nobody to the search', async () => {
    await renderDesk(SearchBox, { corpus: smallCorpus() });
    render(<KeyboardHelp />);
    expect(fireEvent.keyDown(document.body, { key: '/', ...method })).toBe(true);
    expect(input()).not.toHaveFocus();
    expect(fireEvent.keyDown(document.body, { key: '?', ...method })).toBe(true);
    expect(fireEvent.keyDown(document.body, { key: '/' })).toBe(false);
    expect(input()).toHaveFocus();
  });
});
