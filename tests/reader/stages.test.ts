// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { Entities } from '../../src/reader/entities.ts';
import { withFloating } from '../../src/reader/float.ts';
import { packModel, readModel } from '../../src/reader/modelFile.ts';
import { findNames } from '../../src/reader/names.ts';
import { withoutNested, withoutOverlap } from '../../src/reader/nest.ts';
import { candidatesOf, PRONOUN_BITS } from '../../src/reader/pronouns.ts';
import { segment } from '../../src/reader/segment.ts';
import type { Segmented } from '../../src/reader/segmented.ts';
import { Sources } from '../../src/reader/sources.ts';
import { SPAN, SPAN_LABELS } from '../../src/reader/spanFeatures.ts';
import { spansIn, viterbi } from '../../src/reader/spans.ts';
import { attribute } from '../../src/reader/speakers.ts';
import { contentSpans, kindOf, quotedSpans } from '../../src/reader/statementSpans.ts';
import type { RoughStatement } from '../../src/reader/statements.ts';
import { isotonic } from '../../src/reader/training/calibrate.ts';

/** The run of tokens of some words of a text. */
function run(segmented: Segmented, words: string, nth = 0) {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = segmented.text.indexOf(words, at + 1);
  const from = segmented.tokens.findIndex(({ end }) => end > at);
  const to = segmented.tokens.findIndex(({ end }) => end >= at + words.length) + 1;
  return { from, to };
}

/** A statement as the passes would find it. */
function rough(segmented: Segmented, cue: string, source: string | null, content: string[]): RoughStatement {
  return {
    cue: { ...run(segmented, cue), margin: 5 },
    source: source === null ? null : run(segmented, source),
    content: content.map((words) => run(segmented, words)),
    sourceMargin: 5,
    contentMargin: 5,
    relay: null,
    floating: null,
  };
}

const world = (text: string) => {
  const segmented = segment(text);
  const entities = new Entities(segmented, findNames(segmented));
  return { segmented, entities, sources: new Sources(segmented, entities) };
};
const none = new Float32Array(2 ** PRONOUN_BITS);

describe('names', () => {
  it('begin behind their titles and hold their small words', () => {
    const { segmented, entities } = world(
      'Acme Administrator Bill Okoro met Maria de la Cruz at the Ministry of Foreign Affairs on Monday.',
    );
    const words = ({ core, to }: { core: number; to: number }) => entities.textOf({ from: core, to });
    expect(entities.names.map(words)).toEqual(['Bill Okoro', 'Maria de la Cruz', 'Ministry of Foreign Affairs']);
    expect(segmented.sentences).toHaveLength(1);
  });

  it('are one actor by surname and by initials, and two when the first names differ', () => {
    const { entities } = world(
      'Anna Novak spoke. Novak smiled. The Bureau of Fair Trade (BFT) agreed. BFT waits. James Orr and Peter Orr left.',
    );
    const names = entities.all.map(({ name, aliases }) => [name, aliases.has('Novak') || aliases.has('BFT')]);
    expect(names.toSorted()).toEqual([
      ['Anna Novak', true],
      ['Bureau of Fair Trade', true],
      ['James Orr', false],
      ['Peter Orr', false],
    ]);
  });
});

describe('source words', () => {
  const text =
    'Health Minister Anna Novak and Fleet Ltd. were there. The minister waited. Novak smiled. A spokesman for Fleet nodded. She left. The mayor of the town, Bob Lind, came. Some analysts and the minister agreed.';
  it.each([
    ['Health Minister Anna Novak', 'name', 'Anna Novak'],
    ['The minister', 'definite', 'The minister'],
    ['A spokesman for Fleet', 'description', 'A spokesman for Fleet'],
    ['The mayor of the town, Bob Lind', 'name', 'Bob Lind'],
    ['Some analysts', 'group', 'Some analysts'],
    ['She', 'pronoun', undefined],
  ])('%s', (words, how, name) => {
    const { segmented, sources } = world(text);
    const read = sources.read(run(segmented, words));
    expect([read.how, (read.entity ?? read.fresh?.())?.name]).toEqual([how, name]);
  });

  it('point back with a noun to all whom it fits, and to somebody new', () => {
    const { segmented, entities, sources } = world(
      'Minister Anna Novak met Minister Paul Reyes. The minister said no.',
    );
    const { points } = sources.read(run(segmented, 'The minister'));
    const candidates = points ? candidatesOf(segmented, entities, [], points) : [];
    expect(candidates.map(({ entity }) => entity?.name ?? 'new')).toEqual(['Paul Reyes', 'Anna Novak', 'new']);
  });

  it('are a pronoun wherever it begins or ends them, and nobody without a noun', () => {
    const { segmented, sources } = world('On Monday she said no. Anna Novak left. They also agreed, and waited.');
    expect(sources.read(run(segmented, 'On Monday she')).how).toBe('pronoun');
    expect(sources.read(run(segmented, 'They also')).how).toBe('pronoun');
    expect(sources.read(run(segmented, 'and')).how).toBe('none');
  });

  it.each([
    ['A statement by Fleet Ltd.', 'Fleet Ltd'],
    ["Fleet's latest statement", 'Fleet'],
    ['speaker of the house Bob Lind', 'Bob Lind'],
  ])('lead from a paper or a post to who is behind it: %s', (words, name) => {
    const { segmented, sources } = world(`Today, ${words} said so. Fleet Ltd. is a company. Fleet won.`);
    expect(sources.read(run(segmented, words)).entity?.name.replace(/\.$/, '')).toContain(name);
  });

  it('resolve a surname with the words that settle it', () => {
    const { segmented, entities, sources } = world('Anna Novak came. "No," said Novak.');
    const read = sources.read(run(segmented, 'Novak', 1));
    expect(read.because.map((one) => entities.textOf(one))).toEqual(['Anna Novak']);
  });
});

describe('nesting', () => {
  it('keeps the inner speaker when a medium only carries the words', () => {
    const segmented = segment('The Daily Post reported that Anna Novak said the dam would hold.');
    const outer = rough(segmented, 'reported', 'The Daily Post', ['Anna Novak said the dam would hold']);
    const inner = rough(segmented, 'said', 'Anna Novak', ['the dam would hold']);
    const [kept, ...rest] = withoutNested(segmented, [outer, inner]);
    expect(rest).toEqual([]);
    expect(kept?.source).toEqual(inner.source);
    expect(kept?.relay).toEqual(outer.source);
  });

  it('keeps the outer speaker otherwise', () => {
    const segmented = segment(
      'Anna Novak said that Paul Reyes had promised to pay and that nobody believed it any more.',
    );
    const outer = rough(segmented, 'said', 'Anna Novak', [
      'Paul Reyes had promised to pay and that nobody believed it any more',
    ]);
    const inner = rough(segmented, 'promised', 'Paul Reyes', ['to pay']);
    expect(withoutNested(segmented, [outer, inner]).map(({ source }) => source)).toEqual([outer.source]);
  });

  it.each([
    [
      '"We will pay," Novak was quoted as saying by the Xinhua News Agency.',
      'was quoted as saying',
      'Xinhua News Agency',
    ],
    ['"We will pay," Novak told Reuters on Monday.', 'told', 'Reuters'],
    ['"We will pay," Novak told the crowd.', 'told', null],
  ])('finds the relay: %s', (text, cue, relay) => {
    const segmented = segment(text);
    const [found] = withoutNested(segmented, [rough(segmented, cue, 'Novak', ['"We will pay,"'])]);
    expect(found?.relay ?? null).toEqual(relay === null ? null : run(segmented, relay));
  });

  it('gives words that two claim to the cue of their sentence', () => {
    const segmented = segment('"First," said Novak. "Second," said Reyes.');
    const first = rough(segmented, 'said', 'Novak', ['"First,"', '"Second,"']);
    const second = {
      ...rough(segmented, 'said', 'Reyes', ['"Second,"']),
      cue: { ...run(segmented, 'said', 1), margin: 5 },
    };
    expect(withoutOverlap(segmented, [first, second]).map(({ content }) => content.length)).toEqual([1, 1]);
  });
});

describe('floating quotations', () => {
  it('go on a quoted statement, stand alone, or are no speech', () => {
    const segmented = segment(
      '"We will all pay for it," said Novak. "It will be a hard and long winter."\n\n"Nobody asked us before they signed the papers."\n\nThe film "Winter" is on.',
    );
    const said = rough(segmented, 'said', 'Novak', ['"We will all pay for it,"']);
    const found = withFloating(segmented, [said]);
    expect(found.map(({ floating, content }) => [floating, content.length])).toEqual([
      [null, 2],
      ['alone', 1],
    ]);
  });
});

describe('speakers', () => {
  it('are never taken for a quotation that stands alone', () => {
    const { segmented, entities } = world(
      '"Yes, we will," said Anna Novak.\n\n"Nobody asked us before they signed the papers."',
    );
    const statements = withFloating(segmented, [rough(segmented, 'said', 'Anna Novak', ['"Yes, we will,"'])]);
    const [first, second] = attribute(segmented, entities, statements, none);
    expect([first?.entity?.name, second?.entity, second?.candidates.map(({ name }) => name)]).toEqual([
      'Anna Novak',
      null,
      ['Anna Novak'],
    ]);
  });

  it('of a pronoun agree with it in gender and number', () => {
    const { segmented, entities } = world(
      'Mr. Paul Reyes met Mrs. Anna Novak and the Fleet Company. It was late, she said.',
    );
    const [found] = attribute(segmented, entities, [rough(segmented, 'said', 'she', ['It was late'])], none);
    expect(found?.candidates.map(({ name }) => name)).toEqual(['Anna Novak']);
  });
});

describe('spans', () => {
  it('lose the marks and the reporter’s signs, and keep what is said', () => {
    const segmented = segment('He called it "a mistake," and “no” was “what they said to me.”');
    const texts = (words: string) =>
      contentSpans(segmented, [run(segmented, words)]).map(({ start, end }) => segmented.text.slice(start, end));
    expect(texts('“what they said to me.”')).toEqual(['what they said to me']);
    expect(texts('it "a mistake,"')).toEqual(['it "a mistake']);
    expect(kindOf(segmented, [run(segmented, 'it "a mistake,"')])).toBe('mixed');
    expect(
      quotedSpans(segmented, [run(segmented, 'it "a mistake,"')]).map(({ start, end }) =>
        segmented.text.slice(start, end),
      ),
    ).toEqual(['a mistake']);
  });

  it('are labelled so that every run has an end', () => {
    const scores = new Float32Array(4 * SPAN_LABELS);
    for (const [i, label] of [SPAN.source, SPAN.sourceEnd, SPAN.none, SPAN.content].entries())
      scores[i * SPAN_LABELS + label] = 3;
    const margins = new Float32Array(4);
    const labels = viterbi(scores, 4, new Float32Array((SPAN_LABELS + 1) * SPAN_LABELS), margins);
    const found = spansIn(labels, margins, 10);
    expect(found.source).toEqual([{ from: 10, to: 12 }]);
    expect(Math.min(...margins)).toBeGreaterThanOrEqual(0);
  });
});

describe('the model file', () => {
  it('comes back as it was packed', () => {
    const weights = (labels: number) => ({
      bits: 8,
      labels,
      unit: 1,
      values: new Int8Array(labels * 256),
      transitions: new Float32Array(labels * (labels + 1)),
    });
    const model = {
      cues: weights(3),
      spans: weights(SPAN_LABELS),
      pronouns: new Int8Array(2 ** PRONOUN_BITS),
      statement: { weights: [1], base: 0, trees: [], steps: [], bar: 0.5 },
      speaker: { weights: [2], base: 0, trees: [], steps: [], bar: 0.9 },
    };
    model.cues.values.set([5, 0, -127], 200);
    model.spans.values.set([127, -1], 1700);
    model.spans.transitions.set([3, -4]);
    model.pronouns[9] = -9;
    expect(readModel(packModel(model))).toEqual(model);
  });

  it('is refused when it is something else', () => {
    expect(() => readModel(new TextEncoder().encode('{"no": "model"}'))).toThrow(/no reader model/);
  });
});

it('fits a sureness that never falls', () => {
  const points = Array.from({ length: 200 }, (_, i) => ({ raw: i / 200, right: i % 3 === 0 || i > 120 }));
  const steps = isotonic(points).map(({ sure }) => sure);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(steps.at(-1)).toBeGreaterThan(90);
});
