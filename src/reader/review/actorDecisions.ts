import type { Actor } from '../../domain/actor.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Relation } from '../../domain/relation.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Statement } from '../../domain/statement.ts';
import { byUnits, digestOf, slugOf } from '../assemble/ids.ts';
import type { Decision } from '../decisions.ts';
import { actorNow, type LostReason, NO_ACTOR, reviewed, type Work } from './work.ts';

type Of<What extends Decision['what']> = Extract<Decision, { what: What }>;
type Renamed = (id: Slug) => Slug;

/** Puts another actor where one stands, in what certain articles say; where both become one, each stands once. */
function replaceIn(work: Work, rename: Renamed, isIn: (evidence: readonly Evidence[]) => boolean): void {
  const ids = (list: readonly Slug[]) => [...new Set(list.map(rename))];
  work.statements = work.statements.map((one) => (isIn(one.content) ? renamedStatement(one, rename, ids) : one));
  work.relations = work.relations.flatMap((one): Relation[] => {
    if (!isIn(one.evidence)) return [one];
    const actors = ids(one.actors);
    const recipients = ids(one.recipients).filter((id) => !actors.includes(id));
    const claimedBy = one.claimedBy && rename(one.claimedBy);
    const relay = one.relay && rename(one.relay);
    const made = { ...one, actors, recipients, claimedBy, relay, mediator: one.mediator && recipients.length > 1 };
    // A relation of somebody with themselves is none.
    return (one.recipients.length === 0 ? actors.length > 1 : recipients.length > 0) ? [made] : [];
  });
  work.events = work.events.map((one) => (isIn(one.evidence) ? { ...one, actors: ids(one.actors) } : one));
}

function renamedStatement(one: Statement, rename: Renamed, ids: (list: readonly Slug[]) => Slug[]): Statement {
  const { speaker, relay, addressee } = one;
  return {
    ...one,
    speaker:
      speaker.status === 'unresolved'
        ? { ...speaker, candidates: ids(speaker.candidates) }
        : { ...speaker, actor: rename(speaker.actor) },
    relay: relay && { ...relay, actor: rename(relay.actor) },
    addressee: addressee && rename(addressee),
  };
}

/** Makes one of two actors: the second gets all forms of the first. */
export function mergeActors(work: Work, decision: Of<'merge'>): LostReason {
  const into = actorNow(work, decision.into);
  const from = actorNow(work, decision.actor);
  if (into && from === into) return null;
  const [lost, kept] = [from, into].map((id) => work.actors.find((actor) => actor.id === id));
  if (!lost || !kept) return NO_ACTOR;
  const forms = (list: 'aliases' | 'metonyms') =>
    [...new Set([...kept[list], ...lost[list]])].sort(byUnits).slice(0, 200);
  const merged: Actor = {
    ...kept,
    aliases: forms('aliases'),
    metonyms: forms('metonyms'),
    side: kept.side ?? (lost.side === kept.id ? null : lost.side),
    role: kept.role ?? lost.role,
    mark: reviewed(kept.mark, 'corrected'),
  };
  work.actors = work.actors
    .filter(({ id }) => id !== lost.id)
    .map((one) => (one.id === kept.id ? merged : one))
    .map((one) =>
      one.side === lost.id ? { ...one, side: kept.kind === 'state' && one.id !== kept.id ? kept.id : null } : one,
    );
  work.into.set(lost.id, kept.id);
  replaceIn(
    work,
    (id) => (id === lost.id ? kept.id : id),
    () => true,
  );
  return null;
}

/** Makes two of one actor: what some articles say is of somebody else. */
export function splitActor(work: Work, decision: Of<'split'>): LostReason {
  const own = actorNow(work, decision.actor);
  const actor = work.actors.find(({ id }) => id === own);
  if (!actor) return NO_ACTOR;
  const articles = new Set(decision.articles);
  const texts = work.articles.filter(({ id }) => articles.has(id)).map(({ text }) => text);
  if (texts.length < articles.size) return 'An article that it names is not there.';
  const id = `${slugOf(decision.name)}-${digestOf(actor.id, ...[...articles].sort(byUnits)).slice(0, 6)}`;
  if (work.actors.some((one) => one.id === id)) return null;
  const here = (forms: readonly string[]) => forms.filter((form) => texts.some((text) => text.includes(form)));
  const role = actor.role && articles.has(actor.role.evidence.article) ? actor.role : null;
  const made: Actor = {
    ...actor,
    id,
    name: decision.name,
    sortName: decision.name,
    fullName: null,
    aliases: here(actor.aliases),
    metonyms: here(actor.metonyms),
    role,
    mark: reviewed(actor.mark, 'corrected'),
  };
  work.actors = work.actors.map((one) =>
    one.id === actor.id ? { ...one, role: role ? null : one.role, mark: reviewed(one.mark, 'corrected') } : one,
  );
  const at = work.actors.findIndex((one) => byUnits(id, one.id) < 0);
  work.actors.splice(at < 0 ? work.actors.length : at, 0, made);
  const isIn = (evidence: readonly Evidence[]) => evidence.every(({ article }) => articles.has(article));
  replaceIn(work, (one) => (one === actor.id ? id : one), isIn);
  return null;
}
