import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/coverage/desk.ts';
import { TiesPanel } from '../../src/features/ties/TiesPanel.tsx';
import { renderDesk } from '../fixtures/desk.tsx';

beforeAll(() => import('../../src/features/ties/Network.tsx').then(() => {}));

const LETTERS = 'Sweden to talks of Japan and Korea: mediation, 1 passage, asserted';

describe('the network by keyboard', () => {
  const focused = () => document.activeElement?.getAttribute('aria-label') ?? '';
  const isActor = () => /: \d+ statements?, \d+ ties?/.test(focused());

  async function enter() {
    const desk = await renderDesk(TiesPanel, { view: { ties: 'network' } });
    await screen.findByRole('button', { name: LETTERS });
    for (let press = 0; press < 4; press += 1) await desk.user.tab();
    expect(isActor()).toBe(true);
    return desk;
  }

  it('is one stop of the tab key, and right and left walk round all actors', async () => {
    const { user } = await enter();
    const start = focused();
    const met = new Set<string>();
    do {
      met.add(focused());
      await user.keyboard('{ArrowRight}');
    } while (focused() !== start && met.size < 20);
    expect([...met].map((name) => name.split(':')[0]).sort()).toEqual([
      'Japan',
      'Kim',
      'Korea',
      'Moon',
      'Park',
      'Sweden',
    ]);
    await user.keyboard('{ArrowRight}{ArrowLeft}');
    expect(focused()).toBe(start);
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('down goes into an actor’s own ties and walks them, up goes back to that actor', async () => {
    const { user } = await enter();
    for (let at = 0; at < 6; at += 1) {
      const home = focused();
      const name = home.split(':')[0] ?? '';
      const ties = Number(/(\d+) ties?/.exec(home)?.[1]);
      if (ties > 0) {
        const met: string[] = [];
        for (let tie = 0; tie < ties; tie += 1) {
          await user.keyboard('{ArrowDown}');
          met.push(focused());
        }
        expect(
          met.filter((tie) => !tie.includes(name)),
          `ties of ${name}`,
        ).toEqual([]);
        expect(new Set(met).size, `ties of ${name}`).toBe(ties);
        await user.keyboard('{ArrowUp}');
        expect(focused()).toBe(home);
      }
      await user.keyboard('{ArrowRight}');
    }
  });

  it('Enter chooses an actor or a tie, Enter again takes it back', async () => {
    const { user, now } = await enter();
    await user.keyboard('{Enter}');
    expect(now().filters.actors).toHaveLength(1);
    await user.keyboard('{Enter}');
    expect(now().filters.actors).toEqual([]);
    while (!focused().startsWith('Sweden')) await user.keyboard('{ArrowRight}');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(focused()).toBe(LETTERS);
    expect(now().filters.ties).toEqual(['mediation_sweden_japan~korea']);
    await user.keyboard(' ');
    expect(now().filters.ties).toEqual([]);
  });
});

/** A panel whose answers are copies, as those of an engine that is elsewhere. */
const Copied = ({ desk }: { desk: Desk }) => (
  <TiesPanel desk={{ ...desk, answer: (question, wants) => structuredClone(desk.answer(question, wants)) }} />
);

it('is not drawn anew when a filter brings another answer', async () => {
  const { user, container } = await renderDesk(Copied, { view: { ties: 'network' } });
  await user.click(await screen.findByRole('button', { name: LETTERS }));
  expect(container.querySelector('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
  expect(screen.getByRole('button', { name: LETTERS })).toHaveAttribute('aria-pressed', 'true');
});
