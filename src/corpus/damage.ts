import { type Evidence, overlaps } from '../domain/evidence.ts';
import { firstWhere } from '../domain/firstWhere.ts';
import { addTo } from '../domain/lists.ts';
import type { FlagKind } from '../domain/textFlag.ts';
import { refuse } from './breach.ts';
import { clip, type Problem } from './problem.ts';
import type { Shaped } from './shape.ts';
import { allSpans, type Placed } from './spans.ts';

/** The spans flagged as one kind by article, in order and with those that overlap made one, so that each look-up is one bisection. */
function damageOf({ lists }: Shaped, kind: FlagKind): Map<string, Evidence[]> {
  const byArticle = new Map<string, Evidence[]>();
  for (const { item } of lists.flags) {
    if (item.kind === kind) for (const span of item.spans) addTo(byArticle, span.article, span);
  }
  for (const [article, spans] of byArticle) {
    spans.sort((a, b) => a.start - b.start);
    const merged: Evidence[] = [];
    for (const span of spans) {
      const last = merged.at(-1);
      // A short flag inside a long one must not end it.
      if (last && span.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
      else merged.push(span);
    }
    byArticle.set(article, merged);
  }
  return byArticle;
}

/** Whether words share a character with spans that are in order and do not overlap. */
function isDamaged(damages: Evidence[], words: Evidence): boolean {
  const next = damages[firstWhere(damages.length, (at) => (damages[at]?.end ?? 0) > words.start)];
  return next !== undefined && overlaps(next, words);
}

/** Damage is marked, never used: boilerplate carries nothing, and no relation is made from a damaged sentence. */
export function checkDamage(shaped: Shaped, problems: Problem[]): void {
  const spans = allSpans(shaped);
  const forbid = (placed: Placed[], kinds: FlagKind[]) => {
    for (const kind of kinds) {
      const damage = damageOf(shaped, kind);
      for (const { span, path } of placed)
        if (isDamaged(damage.get(span.article) ?? [], span))
          refuse(problems, path, `words outside what is flagged as ${kind}`, `"${clip(span.exact)}"`);
    }
  };
  forbid(spans.relations, ['garbled', 'truncated', 'boilerplate', 'repeated']);
  forbid([...spans.statements, ...spans.venues, ...spans.events, ...spans.actors], ['boilerplate', 'repeated']);
}
