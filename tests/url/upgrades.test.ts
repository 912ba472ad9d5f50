// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { LINK_VERSION, type LinkUpgrade, type Param, UPGRADES, upgraded } from '../../src/url/upgrades.ts';

/** Made-up steps: 1 to 2 renames a parameter, 2 to 3 renames a value, 3 to 4 splits one parameter into two. */
const STEPS: LinkUpgrade[] = [
  (params) => params.map(([key, value]): Param => [key === 'who' ? 'actor' : key, value]),
  (params) => params.map(([key, value]): Param => [key, key === 'actor' && value === 'kim' ? 'kim-jong-un' : value]),
  (params) =>
    params.flatMap(([key, value]): Param[] =>
      key === 'span'
        ? [
            ['from', value.slice(0, 4)],
            ['to', value.slice(5)],
          ]
        : [[key, value]],
    ),
];
const OLD: Param[] = [
  ['who', 'kim'],
  ['span', '2018-2019'],
  ['utm', 'x'],
];

describe('upgrade steps', () => {
  it('take a link of the first version through every step, in order', () => {
    expect(upgraded(OLD, 1, STEPS)).toEqual([
      ['actor', 'kim-jong-un'],
      ['from', '2018'],
      ['to', '2019'],
      ['utm', 'x'],
    ]);
  });

  it('leave out the steps that a later link has behind it', () => {
    expect(upgraded([['who', 'kim']], 2, STEPS)).toEqual([['who', 'kim']]);
    expect(upgraded([['actor', 'kim']], 2, STEPS)).toEqual([['actor', 'kim-jong-un']]);
    expect(upgraded([['actor', 'kim']], 3, STEPS)).toEqual([['actor', 'kim']]);
  });

  it('leave the newest links, and those of the future, as they are', () => {
    for (const version of [4, 5, 9999]) expect(upgraded(OLD, version, STEPS)).toEqual(OLD);
  });

  it('do not change the parameters that they are given', () => {
    const before = structuredClone(OLD);
    upgraded(OLD, 1, STEPS);
    expect(OLD).toEqual(before);
  });

  it('number the version: one more than the steps there are', () => {
    expect(LINK_VERSION).toBe(UPGRADES.length + 1);
    expect(upgraded(OLD, LINK_VERSION)).toEqual(OLD);
  });
});
