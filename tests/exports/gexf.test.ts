// @vitest-environment node
import { readFileSync } from 'node:fs';
import Graph from 'graphology';
import { parse } from 'graphology-gexf';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Corpus } from '../../src/domain/corpus.ts';
import { speakerOf } from '../../src/domain/statement.ts';
import { tieKey, tiesOf } from '../../src/domain/tie.ts';
import { NETWORK_FILE } from '../../src/exports/gexf.ts';
import { byMachine } from '../fixtures/byHand.ts';
import { bundledCorpus, changed, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';
import { type ExportedView, fileOf, VIEWS, viewOf } from './views.ts';

const schema = readFileSync('tests/exports/gexf-1.3.xsd', 'utf8');
const xml = (text: string) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

async function faultsOf(contents: string) {
  const { errors } = await validateXML({ xml: [{ fileName: 'network.gexf', contents }], schema: [schema] });
  return errors.map(({ message }) => message);
}

const gexfOf = (view: ExportedView) => fileOf(NETWORK_FILE, view);

describe('the network as GEXF', () => {
  it.each(VIEWS)('%s: is well-formed and follows the schema', async (_, exported) => {
    expect(await faultsOf(gexfOf(exported))).toEqual([]);
  });

  it('would be found out if it were not', async () => {
    const good = gexfOf(viewOf(bundledCorpus()));
    expect(await faultsOf(good.replace('<nodes>', '<nodes><actor/>'))).not.toEqual([]);
    expect(await faultsOf(good.replace(/ target="[^"]*"/, ''))).not.toEqual([]);
    expect(await faultsOf(good.replace('</edges>', ''))).not.toEqual([]);
    expect(await faultsOf(good.replace('kind="', 'kind="\u0001'))).not.toEqual([]);
  });

  it.each(VIEWS)('%s: comes back with every actor and every tie, and says its filters', (_, exported) => {
    const { slice, whole, told } = exported;
    const text = gexfOf(exported);
    const graph = parse(Graph, text, { allowUndeclaredAttributes: false } as object);
    const relations = slice.relations.flatMap((relation) => tiesOf(relation).map((tie) => ({ relation, tie })));
    const ties = new Map(relations.map(({ tie }) => [tieKey(tie), tie]));
    const speakers = slice.statements.map(speakerOf).filter((id) => id !== null);
    const actors = new Set([...speakers, ...[...ties.values()].flatMap(({ from, to }) => [...from, ...to])]);
    expect(new Set(graph.nodes())).toEqual(actors);
    for (const { id, name } of whole.actors) {
      if (!actors.has(id)) continue;
      expect(graph.getNodeAttribute(id, 'label')).toBe(xml(name));
      expect(graph.getNodeAttribute(id, 'statements')).toBe(speakers.filter((one) => one === id).length);
    }
    expect(graph.size).toBe([...ties.values()].reduce((sum, { to }) => sum + Math.max(1, to.length), 0));
    graph.forEachEdge((_, { tie, kind, weight, words }, source, target, __, ___, undirected) => {
      const ends = ties.get(tie);
      expect(ends?.kind).toBe(kind);
      expect(undirected).toBe(ends?.to.length === 0);
      expect(ends?.from).toContain(source);
      expect([...(ends?.from ?? []), ...(ends?.to ?? [])]).toContain(target);
      const passages = relations.filter((one) => tieKey(one.tie) === tie).flatMap(({ relation }) => relation.evidence);
      expect(weight).toBe(passages.length);
      expect(words).toBe(xml(passages.map(({ exact }) => exact).join(' | ')));
    });
    const { description, keywords, lastModifiedDate } = graph.getAttributes();
    expect(lastModifiedDate).toBe('2026-11-22');
    for (const text of [description, keywords]) {
      expect(text).toContain(xml(told.filters));
      expect(text).toContain(told.pin.digest);
    }
  });

  it('keeps parallel ties apart, and gives a mediation an edge to each party', () => {
    const small = smallCorpus();
    const [met] = small.relations;
    if (!met) throw new Error('no relation');
    const relations = [
      met,
      { ...met, id: 'r-aid', event: 'AID' as const },
      { ...met, id: 'r-threat', event: 'THREATEN' as const },
      { ...met, id: 'r-back', event: 'THREATEN' as const, actors: ['kim'], recipients: ['moon'] },
      { ...met, id: 'r-between', actors: ['korea'], recipients: ['moon', 'kim'], mediator: true },
    ];
    const graph = parse(Graph, gexfOf(viewOf({ ...small, relations })));
    expect(graph.edges().sort()).toEqual([
      'conflict_kim_moon',
      'conflict_moon_kim',
      'cooperation_moon_kim',
      'mediation_korea_kim~moon:kim',
      'mediation_korea_kim~moon:moon',
      'talks_kim~moon',
    ]);
  });

  it('says who made what, and the fuller names, topics and ends', () => {
    const bundled = parse(Graph, gexfOf(viewOf(bundledCorpus())));
    expect(bundled.getNodeAttributes('moon-jae-in')).toMatchObject({ label: 'Moon', fullName: 'Moon Jae-in' });
    expect(bundled.getEdgeAttributes('conflict_kim-jong-un~xi-jinping')).toMatchObject({
      topics: 'China and North Korea',
      until: '../2018-03',
      by: 'person',
      checked: 1,
    });
    const corpus = changed(smallCorpus(), 'relations.0.mark', byMachine(80).mark) as Corpus;
    expect(parse(Graph, gexfOf(viewOf(corpus))).getEdgeAttributes('talks_kim~moon')).toMatchObject({
      weight: 2,
      by: 'machine',
      checked: 0,
      sure: '80',
    });
  });

  it('writes U+FFFD for what XML cannot hold', async () => {
    const [first] = smallCorpus().actors;
    if (!first) throw new Error('no actor');
    const name = 'a\u0000b\u001bc\ud83dd\uffffe\t\n😀]]>&"<';
    const corpus = smallCorpus({ actors: [{ ...first, name, side: null }, ...smallCorpus().actors.slice(1)] });
    const text = gexfOf(viewOf(corpus));
    expect(await faultsOf(text)).toEqual([]);
    expect(parse(Graph, text).getNodeAttribute('moon', 'label')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\t\n😀]]>&"<');
    expect(await faultsOf(gexfOf(viewOf(minimalCorpus())))).toEqual([]);
  });
});
