import type { Slug } from '../domain/slug.ts';
import { clip, type Problem, step } from './problem.ts';
import type { Shaped } from './shape.ts';

type Table = 'actor' | 'place' | 'topic';

/** Ids are unique over the whole file; article badges too, since the screen tells articles apart by them. */
export function checkIds(shaped: Shaped, problems: Problem[]): void {
  const seen = new Map<string, string>();
  const take = (id: string, path: string, what: string) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    else
      problems.push({
        code: 'duplicate-id',
        path,
        expected: `${what} that nothing else has`,
        found: `"${clip(id)}", also at ${first}`,
      });
  };
  for (const [name, rows] of Object.entries(shaped.lists)) {
    if (name === 'venues') continue;
    for (const { item, path } of rows) take((item as { id: Slug }).id, step(path, 'id'), 'an id');
  }
  seen.clear();
  for (const { item, path } of shaped.lists.articles) take(item.badge, step(path, 'badge'), 'a badge');
  seen.clear();
  for (const { item, path } of shaped.lists.venues) take(item.place, step(path, 'place'), 'a place');
}

/** Every id that an item names stands in the table it names. Ids of items that failed their own check count as known. */
export function checkReferences(shaped: Shaped, problems: Problem[]): void {
  const { lists, idsOfFailed } = shaped;
  const tables: Record<Table, Set<Slug>> = {
    actor: new Set(lists.actors.map(({ item }) => item.id)),
    place: new Set(lists.places.map(({ item }) => item.id)),
    topic: new Set(lists.topics.map(({ item }) => item.id)),
  };
  const refer = (table: Table, id: Slug | null, path: string) => {
    if (id === null || tables[table].has(id) || idsOfFailed.has(id)) return;
    problems.push({
      code: 'dangling-reference',
      path,
      expected: `the id of an ${table}`.replace(/an (?=[pt])/, 'a '),
      found: `"${clip(id)}"`,
    });
  };
  const referAll = (table: Table, ids: Slug[], path: string) => {
    const seen = new Set<Slug>();
    ids.forEach((id, index) => {
      refer(table, id, step(path, index));
      if (seen.has(id))
        problems.push({
          code: 'duplicate-id',
          path: step(path, index),
          expected: 'each id once',
          found: `"${clip(id)}" again`,
        });
      seen.add(id);
    });
  };
  const actors = new Map(lists.actors.map(({ item }) => [item.id, item]));
  for (const { item, path } of lists.actors) {
    refer('actor', item.side, step(path, 'side'));
    const side = item.side === null ? undefined : actors.get(item.side);
    if (side && side.kind !== 'state') {
      problems.push({
        code: 'broken-rule',
        path: step(path, 'side'),
        expected: 'the id of a state',
        found: `the ${side.kind} "${clip(side.id)}"`,
      });
    }
  }
  for (const { item, path } of lists.statements) {
    const speaker = step(path, 'speaker');
    if (item.speaker.status === 'unresolved') referAll('actor', item.speaker.candidates, step(speaker, 'candidates'));
    else refer('actor', item.speaker.actor, step(speaker, 'actor'));
    refer('actor', item.relay?.actor ?? null, step(step(path, 'relay'), 'actor'));
    refer('actor', item.addressee, step(path, 'addressee'));
    referAll('topic', item.topics, step(path, 'topics'));
  }
  for (const { item, path } of lists.relations) {
    referAll('topic', item.topics, step(path, 'topics'));
    referAll('actor', item.actors, step(path, 'actors'));
    referAll('actor', item.recipients, step(path, 'recipients'));
    refer('actor', item.claimedBy, step(path, 'claimedBy'));
    refer('actor', item.relay, step(path, 'relay'));
  }
  for (const { item, path } of lists.venues) refer('place', item.place, step(path, 'place'));
  for (const { item, path } of lists.events) {
    referAll('actor', item.actors, step(path, 'actors'));
    refer('place', item.place, step(path, 'place'));
    referAll('topic', item.topics, step(path, 'topics'));
  }
  referAll('place', shaped.reference, '$.reference');
}
