import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useScenes } from '../../src/app/useScenes.ts';
import { SCENES } from '../../src/coverage/answers/scenes.ts';
import type { Coverage } from '../../src/coverage/coverage.ts';
import { memoryCoverage } from '../../src/coverage/memoryCoverage.ts';
import { keptSelections } from '../../src/coverage/selections.ts';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import type { Story } from '../../src/domain/story.ts';
import { deskCorpus } from '../features/deskCorpus.ts';
import { farAway } from '../fixtures/ask.ts';

const near = (title = 'Desk') =>
  memoryCoverage({ ...deskCorpus(), title }, { origin: { kind: 'built-in' }, digest: '' });

/** The same coverage elsewhere. `asked` are the wants for scenes. */
const far = (coverage: Coverage, asked: unknown[] = []) =>
  farAway(coverage, 100, (question, wants) => question === SCENES.name && asked.push(wants));

const STORY: Story = {
  kind: 'dateline-story',
  version: 1,
  title: 'x',
  coverage: null,
  steps: [
    { view: 'v=1&open=s-ready', says: 'first' },
    { view: 'v=1&q=zebra', says: 'second' },
  ],
};

type Start = { coverage: Coverage; story?: Story | null };
const wallOf = (start: Start) =>
  renderHook(({ coverage, story = null }: Start) => useScenes(coverage, NO_FILTERS, story, 20), {
    initialProps: start,
  });
const kinds = ({ scenes }: ReturnType<typeof useScenes>) => scenes.map(({ content }) => content.kind);
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

describe('the scenes of the wall', () => {
  afterEach(() => vi.useRealTimers());

  it('are there at once where the answer is at hand, also those of a story', () => {
    const { result, rerender } = wallOf({ coverage: near() });
    expect(kinds(result.current)).toContain('quote');
    rerender({ coverage: near(), story: STORY });
    expect(kinds(result.current)).toEqual(['quote', 'words']);
    expect(result.current.scenes.map(({ says }) => says)).toEqual(['first', 'second']);
  });

  it('are the same from an engine elsewhere, and none until then', async () => {
    vi.useFakeTimers();
    const { result } = wallOf({ coverage: far(near()) });
    expect(result.current.scenes).toEqual([]);
    await wait(300);
    expect(result.current).toEqual(wallOf({ coverage: near() }).result.current);
  });

  it('are those of the coverage before, with its head, until those of the next are there', async () => {
    vi.useFakeTimers();
    const { result, rerender } = wallOf({ coverage: near('Old') });
    const { scenes } = result.current;
    rerender({ coverage: far(near('New')) });
    expect(result.current.head.title).toBe('Old');
    expect(result.current.scenes).toBe(scenes);
    await wait(300);
    expect(result.current.head.title).toBe('New');
    expect(kinds(result.current)).toContain('quote');
  });

  it('are the sentences of a story until its scenes are there', async () => {
    vi.useFakeTimers();
    const { result } = wallOf({ coverage: far(near()), story: STORY });
    expect(kinds(result.current)).toEqual(['words', 'words']);
    expect(result.current.scenes.map(({ id, says }) => [id, says])).toEqual([
      ['step:1', 'first'],
      ['step:2', 'second'],
    ]);
    await wait(1000);
    expect(kinds(result.current)).toEqual(['quote', 'words']);
  });

  it('of a story over a large coverage are asked for a step at a time, and no more once nobody waits', async () => {
    vi.useFakeTimers();
    const { head, select } = near();
    const large: Coverage = { head, select, waits: true, close: () => {} };
    const inMemory = wallOf({ coverage: large, story: STORY });
    expect(kinds(inMemory.result.current)).toEqual(['words', 'words']);
    await wait(50);
    expect(kinds(inMemory.result.current)).toEqual(['quote', 'words']);
    const asked: unknown[] = [];
    const elsewhere = wallOf({ coverage: far(large, asked), story: STORY });
    await wait(150);
    expect(asked).toHaveLength(1);
    elsewhere.unmount();
    await wait(1000);
    expect(asked).toHaveLength(1);
  });

  it('that fail are told to whoever draws the wall', async () => {
    vi.useFakeTimers();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { head } = near();
    const fail = () => Promise.reject(new Error('broken on purpose'));
    const broken: Coverage = { head, waits: true, close: () => {}, select: keptSelections(() => ({ ask: fail })) };
    wallOf({ coverage: broken });
    await expect(wait(10)).rejects.toThrow('broken on purpose');
  });
});
