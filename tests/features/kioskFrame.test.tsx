import { render } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Scene } from '../../src/coverage/answers/scenes.ts';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import { type Age, ageWords, isStale } from '../../src/features/kiosk/age.ts';
import { KioskFrame } from '../../src/features/kiosk/KioskFrame.tsx';
import '../fixtures/desk.tsx';

const MINUTE = 60_000;
const AGE: Age = {
  asOf: '2019-01-10',
  articles: 'Articles of 10 January',
  checkedAt: 0,
  startedAt: 0,
  every: 60,
  problems: [],
};
const SCENES: Scene[] = [
  { id: 'a', seconds: 90, content: { kind: 'nothing' }, filters: NO_FILTERS, patch: {}, says: null },
  { id: 'b', seconds: 90, content: { kind: 'nothing' }, filters: NO_FILTERS, patch: {}, says: null },
];

/** The frame with its first scene since `from`, as it is drawn at the moment `now`. */
const frame = (from: number, now: number) => (
  <KioskFrame
    age={AGE}
    band={null}
    filters={null}
    from={from}
    hands={{ pause: null, move: () => {}, hold: () => {}, resume: () => {} }}
    index={from === 0 ? 0 : 1}
    link="https://example.org/"
    night={false}
    notice={null}
    now={now}
    onLeave={() => {}}
    scenes={SCENES}
    shift={[0, 0]}
    statements={1}
    turn={from}
  >
    {null}
  </KioskFrame>
);

describe('the bar of a scene', () => {
  const delay = () => document.querySelector<HTMLElement>('[role="progressbar"] b')?.style.animationDelay;

  it('goes on where it is when the minute changes in the middle of the scene', () => {
    const clock = vi.spyOn(Date, 'now').mockReturnValue(20_000);
    const { rerender } = render(frame(0, 20_000));
    expect(delay()).toBe('-20000ms');
    clock.mockReturnValue(MINUTE);
    rerender(frame(0, MINUTE));
    expect(delay()).toBe('-20000ms');
  });

  it('begins anew with the next scene', () => {
    const clock = vi.spyOn(Date, 'now').mockReturnValue(20_000);
    const { rerender } = render(frame(0, 20_000));
    clock.mockReturnValue(90_010);
    rerender(frame(90_000, 90_010));
    expect(delay()).toBe('-10ms');
  });
});

describe('the age of what is shown', () => {
  it('is a warning once two checks are missing, or when something is wrong', () => {
    expect(isStale(AGE, 2 * MINUTE)).toBe(false);
    expect(isStale(AGE, 2 * MINUTE + 1)).toBe(true);
    expect(isStale({ ...AGE, checkedAt: null, startedAt: MINUTE }, 3 * MINUTE)).toBe(false);
    expect(isStale({ ...AGE, problems: [{ code: 'load/network', words: 'the server did not answer' }] }, 0)).toBe(true);
  });

  it('says when it was checked, and what is wrong', () => {
    expect(ageWords(AGE, 3 * MINUTE)).toBe('Articles of 10 January, checked 3 min ago');
    expect(
      ageWords(
        {
          ...AGE,
          checkedAt: null,
          problems: [
            { code: 'load/network', words: 'no network' },
            { code: 'refresh/kept-died', words: 'gone' },
          ],
        },
        0,
      ),
    ).toBe('Articles of 10 January, not checked since the start: no network (load/network); gone (refresh/kept-died)');
  });
});
