import { type Evidence, overlaps } from '../domain/evidence.ts';
import { firstWhere } from '../domain/firstWhere.ts';
import { addTo } from '../domain/lists.ts';
import type { FlagKind } from '../domain/textFlag.ts';
import { refuse } from './breach.ts';
import { clip, type Problem } from './problem.ts';
import type { Shaped } from './shape.ts';
import { allSpans, type Placed } from './spans.ts';

type Damage = { span: Evidence; kind: FlagKind };

/** The flagged spans of some kinds by article, in order and without overlap, so that each look-up is one bisection. */
function damageOf({ lists }: Shaped, kinds: FlagKind[]): Map<string, Damage[]> {
  const byArticle = new Map<string, Damage[]>();
  for (const { item } of lists.flags) {
    if (kinds.includes(item.kind))
      for (const span of item.spans) addTo(byArticle, span.article, { span, kind: item.kind });
  }
  for (const [article, damages] of byArticle) {
    damages.sort((a, b) => a.span.start - b.span.start);
    const merged: Damage[] = [];
    for (const { span, kind } of damages) {
      const last = merged.at(-1);
      if (last && span.start < last.span.end) last.span = { ...last.span, end: Math.max(last.span.end, span.end) };
      else merged.push({ span, kind });
    }
    byArticle.set(article, merged);
  }
  return byArticle;
}

function damageAt(damages: Damage[], span: Evidence): Damage | null {
  const hit = damages[firstWhere(damages.length, (at) => (damages[at]?.span.end ?? 0) > span.start)];
  return hit && overlaps(hit.span, span) ? hit : null;
}

/** Damage is marked, never used: boilerplate carries nothing, and no relation is made from a damaged sentence. */
export function checkDamage(shaped: Shaped, problems: Problem[]): void {
  const spans = allSpans(shaped);
  const forbid = (placed: Placed[], kinds: FlagKind[]) => {
    const damage = damageOf(shaped, kinds);
    for (const { span, path } of placed) {
      const hit = damageAt(damage.get(span.article) ?? [], span);
      if (hit) refuse(problems, path, `words outside what is flagged as ${hit.kind}`, `"${clip(span.exact)}"`);
    }
  };
  forbid(spans.relations, ['garbled', 'truncated', 'boilerplate', 'repeated']);
  forbid([...spans.statements, ...spans.venues, ...spans.events, ...spans.actors], ['boilerplate', 'repeated']);
}
