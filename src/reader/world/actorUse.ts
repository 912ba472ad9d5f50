/** An actor as the relations need it. `aliases` are surface forms, `metonyms` names of places that stand for a government. */
export type KnownActor = {
  id: string;
  name: string;
  aliases: readonly string[];
  metonyms: readonly string[];
  kind: string;
};

/** A mention of an actor; `from` and `to` are tokens, half open. `where` marks a place that may only be where something is. */
export type ActorUse = { start: number; end: number; from: number; to: number; actor: string; where: boolean };

export type FoundActors = { actors: KnownActor[]; uses: ActorUse[] };
