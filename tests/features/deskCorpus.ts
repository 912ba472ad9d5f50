import type { Corpus } from '../../src/domain/corpus.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { Relation } from '../../src/domain/relation.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { byHand } from '../fixtures/byHand.ts';
import { actor, markedArticle, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

const plain = { cue: [], relay: null, addressee: null, said: null, same: null, topics: [], quoted: [], source: null };

/** A statement: what is not said is null or empty. */
export function statement(id: string, parts: Partial<Statement> & Pick<Statement, 'speaker' | 'content'>): Statement {
  return { ...plain, ...byHand(), id, kind: parts.quoted?.length ? 'direct' : 'indirect', ...parts };
}

/** An asserted relation told by the reporter. */
function relation(
  id: string,
  actors: string[],
  event: Relation['event'],
  recipients: string[],
  evidence: Evidence[],
): Relation {
  return {
    id,
    actors,
    recipients,
    event,
    evidence,
    mediator: false,
    modality: 'asserted',
    summary: `${actors.join(' and ')} ${event.toLowerCase()} ${recipients.join(' and ')}`.trim(),
    claimedBy: null,
    relay: null,
    topics: [],
    until: null,
    ...byHand(),
  };
}

/** Two articles with every kind of statement and of tie, and few enough of each to be counted by eye. */
export function deskCorpus(overrides: Partial<Corpus> = {}): Corpus {
  const a = markedArticle(
    'a',
    `Talks go on

"[ready:We are ready to talk about everything, at any hour and in any place, and we will bring the whole table with us]", [moon:Moon] [said:said].

[kim:Kim] [told:told] reporters [border:the border is] "[calm:calm]", [xinhua:Xinhua] reported.

[he:He] [added:added] that [rain:the rain would stop].

"[wait:We wait for a warm spring]", [who:he] [says:said].

[park:Park] [quoted:was quoted as saying] that [cut:the bridge]

[aid:Korea sent rice to Japan]. [more:Korea may send more]. [steel:Korea did not send steel].

[talk:Korea and Japan talked]. [fine:Japan fined Korea]. [letters:Sweden carried letters between Korea and Japan].`,
  );
  const b = markedArticle(
    'b',
    `Spring is late

"[wait:We wait for a warm spring]", [moon:Moon] [said:said].

[aid:Korea gave rice to Japan].`,
  );
  const moon = { status: 'named', actor: 'moon' } as const;
  const of = (name: string) => [a.at(name)];
  return minimalCorpus({
    articles: [a.article, b.article],
    actors: [
      actor('moon', 'Moon', { sortName: 'Moon' }),
      actor('kim', 'Kim'),
      actor('park', 'Park'),
      actor('korea', 'Korea', { kind: 'state' }),
      actor('japan', 'Japan', { kind: 'state' }),
      actor('sweden', 'Sweden', { kind: 'state' }),
      actor('xinhua', 'Xinhua', { kind: 'outlet' }),
    ],
    places: smallCorpus().places,
    statements: [
      statement('s-ready', {
        content: of('ready'),
        quoted: of('ready'),
        cue: of('said'),
        source: a.at('moon'),
        speaker: moon,
      }),
      statement('s-calm', {
        kind: 'mixed',
        content: [a.at('border'), a.at('calm')],
        quoted: of('calm'),
        cue: of('told'),
        source: a.at('kim'),
        speaker: { status: 'named', actor: 'kim' },
        relay: { actor: 'xinhua', evidence: a.at('xinhua') },
      }),
      statement('s-rain', {
        content: of('rain'),
        cue: of('added'),
        source: a.at('he'),
        speaker: { status: 'resolved', actor: 'kim', method: 'coreference', because: of('kim') },
      }),
      statement('s-wait', {
        content: of('wait'),
        quoted: of('wait'),
        cue: of('says'),
        source: a.at('who'),
        speaker: { status: 'unresolved', candidates: ['kim', 'moon'], reason: 'Two are named before.' },
        same: 'g-wait',
      }),
      statement('s-cut', {
        content: of('cut'),
        cue: of('quoted'),
        source: a.at('park'),
        speaker: { status: 'named', actor: 'park' },
      }),
      statement('s-wait-b', {
        content: [b.at('wait')],
        quoted: [b.at('wait')],
        cue: [b.at('said')],
        source: b.at('moon'),
        speaker: moon,
        same: 'g-wait',
      }),
    ],
    relations: [
      relation('r-aid', ['korea'], 'AID', ['japan'], [a.at('aid'), b.at('aid')]),
      { ...relation('r-more', ['korea'], 'AID', ['japan'], of('more')), modality: 'future' },
      { ...relation('r-steel', ['korea'], 'AID', ['japan'], of('steel')), modality: 'negated' },
      relation('r-talk', ['korea', 'japan'], 'CONSULT', [], of('talk')),
      relation('r-fine', ['japan'], 'SANCTION', ['korea'], of('fine')),
      { ...relation('r-letters', ['sweden'], 'CONSULT', ['korea', 'japan'], of('letters')), mediator: true },
    ],
    flags: [{ id: 'f-cut', kind: 'truncated', note: 'The sentence stops.', spans: of('cut'), ...byHand() }],
    ...overrides,
  });
}
