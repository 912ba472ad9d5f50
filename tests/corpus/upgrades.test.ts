// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { type UpgradeStep, upgradedTree } from '../../src/corpus/upgrades.ts';

const STEPS: UpgradeStep[] = [
  ({ name, ...rest }) => ({ ...rest, title: name }),
  (tree) => ({ ...tree, title: `${String(tree.title)}!` }),
];

describe('files of other versions of the format', () => {
  it('older ones take each step that they still need, in order, and stay as they were given', () => {
    const old = { schemaVersion: 1, name: 'Summit' };
    expect(upgradedTree(old, STEPS, 3)).toEqual({ tree: { schemaVersion: 3, title: 'Summit!' } });
    expect(old).toEqual({ schemaVersion: 1, name: 'Summit' });
    expect(upgradedTree({ schemaVersion: 2, title: 'Summit' }, STEPS, 3)).toEqual({
      tree: { schemaVersion: 3, title: 'Summit!' },
    });
  });

  it('the present one is left alone', () => {
    const now = { schemaVersion: 3, title: 'Summit' };
    expect(upgradedTree(now, STEPS, 3)).toEqual({ tree: now });
  });

  it('newer ones are a problem that says what would help', () => {
    expect(upgradedTree({ schemaVersion: 4 }, STEPS, 3)).toEqual({
      problem: {
        code: 'newer-version',
        path: '$.schemaVersion',
        expected: 'schema version 3 or older; this file was made for a newer Dateline, which can open it',
        found: '4',
      },
    });
  });

  it.each([[null], [[]], [{}], [{ schemaVersion: '1' }], [{ schemaVersion: 0 }], [{ schemaVersion: 1.5 }]])(
    'what has no version is for the schema to say: %j',
    (tree) => {
      expect(upgradedTree(tree, STEPS, 3)).toEqual({ tree });
    },
  );
});
