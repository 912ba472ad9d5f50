// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLOVER_EVENTS, type Relation } from '../../src/domain/relation.ts';
import { readTieKey, tieKey, tieKind, tiesOf } from '../../src/domain/tie.ts';
import { bundledCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

const [met] = smallCorpus().relations as [Relation];
const keysOf = (relation: Partial<Relation>) => tiesOf({ ...met, ...relation }).map(tieKey);

describe('the kind of a relation', () => {
  it('follows the event', () => {
    const kinds = Object.fromEntries(PLOVER_EVENTS.map((event) => [event, tieKind({ event, mediator: false })]));
    expect(kinds).toEqual({
      CONSULT: 'talks',
      AGREE: 'cooperation',
      SUPPORT: 'cooperation',
      CONCEDE: 'cooperation',
      COOPERATE: 'cooperation',
      AID: 'cooperation',
      RETREAT: 'cooperation',
      REQUEST: 'conflict',
      ACCUSE: 'conflict',
      REJECT: 'conflict',
      THREATEN: 'conflict',
      PROTEST: 'conflict',
      SANCTION: 'conflict',
      MOBILIZE: 'conflict',
      COERCE: 'conflict',
      ASSAULT: 'conflict',
    });
  });

  it('is mediation for a mediator, whatever the event', () => {
    for (const event of PLOVER_EVENTS) expect(tieKind({ event, mediator: true })).toBe('mediation');
  });
});

describe('the ties of a relation', () => {
  it('talks are mutual, whoever began', () => {
    expect(keysOf({ actors: ['moon'], recipients: ['kim'] })).toEqual(['talks_kim~moon']);
    expect(keysOf({ actors: ['kim'], recipients: ['moon'] })).toEqual(['talks_kim~moon']);
    expect(keysOf({ actors: ['moon', 'kim'], recipients: [] })).toEqual(['talks_kim~moon']);
  });

  it('what is done to somebody has a direction', () => {
    expect(keysOf({ event: 'ACCUSE', actors: ['moon'], recipients: ['kim', 'abe'] })).toEqual([
      'conflict_moon_kim',
      'conflict_moon_abe',
    ]);
  });

  it('what is done together is one tie for each pair', () => {
    expect(keysOf({ event: 'AGREE', actors: ['moon', 'kim', 'abe'], recipients: [] })).toEqual([
      'cooperation_kim~moon',
      'cooperation_abe~moon',
      'cooperation_abe~kim',
    ]);
  });

  it('a mediator stands between the others', () => {
    expect(keysOf({ mediator: true, actors: ['moon'], recipients: ['kim', 'abe'] })).toEqual([
      'mediation_moon_abe~kim',
    ]);
  });

  it('leave the relation as it is', () => {
    const relation = { ...met, actors: ['moon', 'kim'], recipients: [] };
    const before = structuredClone(relation);
    tiesOf(relation);
    expect(relation).toEqual(before);
  });
});

describe('the name of a tie', () => {
  it.each([
    '',
    'talks',
    'talks_',
    'talks_a',
    'talks_a~a',
    'talks_b~a',
    'talks_a~b~c',
    'talks_a_b_c',
    'war_a_b',
    'conflict_a_a',
    'conflict_a~b_c',
    'mediation_a_b',
    'mediation_a',
    'mediation_a~b_c~d',
    'mediation_a_b~a',
    'talks_A~b',
    'talks_a~b ',
    'toString_a_b',
    '__proto___a_b',
  ])('%j is not one', (key) => expect(readTieKey(key)).toBeNull());

  it('is read back as it was written, for every tie of the bundled corpus', () => {
    const ties = bundledCorpus().relations.flatMap(tiesOf);
    expect(ties.length).toBeGreaterThan(40);
    for (const tie of ties) expect(readTieKey(tieKey(tie))).toEqual(tie);
  });

  it('is read back for any ends, in whatever order they came', () => {
    const slug = fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}$/);
    const ids = fc.uniqueArray(slug, { minLength: 3, maxLength: 6 });
    const relations = fc.record({
      event: fc.constantFrom(...PLOVER_EVENTS),
      mediator: fc.boolean(),
      ids,
      joint: fc.boolean(),
    });
    fc.assert(
      fc.property(relations, ({ event, mediator, ids: [first = '', ...others], joint }) => {
        const relation = {
          ...met,
          event,
          mediator,
          ...(joint && !mediator
            ? { actors: [first, ...others], recipients: [] }
            : { actors: [first], recipients: others }),
        };
        for (const tie of tiesOf(relation)) {
          const key = tieKey(tie);
          expect(readTieKey(key)).toEqual(tie);
          expect(tieKey({ ...tie, to: [...tie.to].reverse(), from: [...tie.from].reverse() })).toBe(key);
        }
      }),
    );
  });

  it('of anything at all does not throw, and is canonical when it is one', () => {
    const piece = fc.constantFrom('talks', 'conflict', 'mediation', '_', '~', 'a', 'b', 'c', '-');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
        (text) => {
          const tie = readTieKey(text);
          if (tie) expect(tieKey(tie)).toBe(text);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
