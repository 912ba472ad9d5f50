import { LIMITS, soak } from '../../src/commands/soak.ts';
import { expect, test } from './desk.ts';

/** The short soak cannot see single bytes through what the engine itself keeps at first; forgotten nodes and listeners it sees. */
const SHORT = { rotations: 400, warmUp: 200, say: () => {} };

test('hundreds of scenes leave no node and no listener behind, and a leak is noticed', async ({ browser, baseURL }) => {
  test.setTimeout(90_000);
  const clean = await soak(baseURL ?? '', browser, { ...SHORT, leak: false });
  expect(clean.slope.nodes).toBeLessThanOrEqual(LIMITS.nodes);
  expect(clean.slope.listeners).toBeLessThanOrEqual(LIMITS.listeners);
  const seeded = await soak(baseURL ?? '', browser, { ...SHORT, rotations: 200, leak: true });
  expect(seeded.slope.nodes).toBeGreaterThan(0.9);
  expect(seeded.slope.listeners).toBeGreaterThan(0.9);
});
