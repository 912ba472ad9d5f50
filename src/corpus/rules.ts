import { type Evidence, overlaps } from '../domain/evidence.ts';
import type { FlagKind } from '../domain/textFlag.ts';
import { clip, type Problem, step } from './problem.ts';
import type { Shaped } from './shape.ts';
import { allSpans, type Placed } from './spans.ts';

function inside(part: Evidence, whole: Evidence): boolean {
  return part.article === whole.article && part.start >= whole.start && part.end <= whole.end;
}

function addTo<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

function refuse(problems: Problem[], path: string, expected: string, found: string): void {
  problems.push({ code: 'broken-rule', path, expected, found });
}

function checkStatements({ lists }: Shaped, problems: Problem[]): void {
  const groups = new Map<string, { article: string; path: string }[]>();
  for (const { item, path } of lists.statements) {
    const home = item.content[0]?.article ?? '';
    const own = [
      ...item.content,
      ...item.quoted,
      ...item.cue,
      ...(item.source ? [item.source] : []),
      ...(item.relay ? [item.relay.evidence] : []),
    ];
    const stray = own.find((span) => span.article !== home);
    if (stray)
      refuse(
        problems,
        path,
        `content, cue, source and relay in one article, "${clip(home)}"`,
        `a span in "${clip(stray.article)}"`,
      );
    item.quoted.forEach((piece, index) => {
      if (item.content.some((content) => inside(piece, content))) return;
      refuse(
        problems,
        step(step(path, 'quoted'), index),
        'words that are part of the content',
        `"${clip(piece.exact)}"`,
      );
    });
    const unquoted = item.content.some((piece) => !item.quoted.some((quoted) => inside(piece, quoted)));
    const kind = item.quoted.length === 0 ? 'indirect' : unquoted ? 'mixed' : 'direct';
    if (kind !== item.kind)
      refuse(problems, step(path, 'kind'), `"${kind}", by what stands in quotation marks`, `"${item.kind}"`);
    const { speaker } = item;
    if (speaker.status === 'resolved') {
      const elsewhere = speaker.because.some((span) => span.article !== home);
      if (elsewhere !== (speaker.method === 'sibling-article')) {
        const expected = elsewhere
          ? '"sibling-article", since the words that settle it are in another article'
          : 'words of another article, for "sibling-article"';
        refuse(
          problems,
          step(step(path, 'speaker'), elsewhere ? 'method' : 'because'),
          expected,
          `"${speaker.method}"`,
        );
      }
    }
    if (item.same !== null) addTo(groups, item.same, { article: home, path: step(path, 'same') });
  }
  for (const [group, members] of groups) {
    const articles = new Set(members.map(({ article }) => article));
    if (articles.size < members.length) {
      refuse(
        problems,
        members[0]?.path ?? '$',
        `"${clip(group)}" on at most one statement of each article`,
        `${members.length} in ${articles.size}`,
      );
    }
  }
}

function checkRelations({ lists }: Shaped, problems: Problem[]): void {
  for (const { item, path } of lists.relations) {
    const both = item.recipients.find((id) => item.actors.includes(id));
    if (both !== undefined)
      refuse(problems, step(path, 'recipients'), 'recipients that are not actors too', `"${clip(both)}"`);
    if (item.recipients.length === 0 && item.actors.length < 2) {
      refuse(
        problems,
        step(path, 'actors'),
        'two actors or more when there are no recipients',
        String(item.actors.length),
      );
    }
    if (item.mediator && item.recipients.length < 2) {
      refuse(
        problems,
        step(path, 'recipients'),
        'two recipients or more for a mediator to stand between',
        String(item.recipients.length),
      );
    }
  }
}

function checkOthers({ lists }: Shaped, problems: Problem[]): void {
  for (const { item, path } of lists.places) {
    const needsPoint = item.kind === 'city' || item.kind === 'site';
    if (needsPoint !== (item.point !== null)) {
      refuse(
        problems,
        step(path, 'point'),
        needsPoint ? `longitude and latitude of a ${item.kind}` : `null: a ${item.kind} is an area, not a pin`,
        needsPoint ? 'null' : 'a point',
      );
    }
    const region =
      item.code === null ? item.kind !== 'region' : item.kind === 'region' && item.code.startsWith(`${item.country}-`);
    if (!region)
      refuse(
        problems,
        step(path, 'code'),
        item.kind === 'region' ? `an ISO 3166-2 code of ${item.country}` : 'null',
        item.code === null ? 'null' : `"${item.code}"`,
      );
  }
  for (const { item, path } of lists.venues) {
    const articles = item.evidence.map(({ article }) => article);
    item.claims.forEach((claim, index) => {
      const stray = claim.evidence.find(({ article }) => !articles.includes(article));
      if (stray)
        refuse(
          problems,
          step(step(path, 'claims'), index),
          'claims of articles that the evidence names the venue in',
          `"${clip(stray.article)}"`,
        );
    });
  }
  for (const { item, path } of lists.events) {
    const lost = item.surface.split(' / ').find((words) => !item.evidence.some(({ exact }) => exact.includes(words)));
    if (lost !== undefined)
      refuse(problems, step(path, 'surface'), 'words that stand in the evidence', `"${clip(lost)}"`);
    if (item.date.startsWith('[') !== (item.certainty === 'contested')) {
      refuse(
        problems,
        step(path, 'certainty'),
        'a choice of days for a contested date, and for no other',
        `"${item.certainty}" with ${item.date}`,
      );
    }
  }
  for (const { item, path } of lists.flags) {
    const needsTwo = item.kind === 'contradiction' || item.kind === 'shared-passage';
    if (needsTwo && item.spans.length < 2)
      refuse(problems, step(path, 'spans'), `two passages or more for a ${item.kind}`, '1');
  }
}

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
  let low = 0;
  let high = damages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((damages[middle]?.span.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const hit = damages[low];
  return hit && overlaps(hit.span, span) ? hit : null;
}

/** Damage is marked, never used: boilerplate carries nothing, and no relation is made from a damaged sentence. */
function checkDamage(shaped: Shaped, spans: ReturnType<typeof allSpans>, problems: Problem[]): void {
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

/** The rules of annotation that a schema cannot say. */
export function checkRules(shaped: Shaped, problems: Problem[]): void {
  checkStatements(shaped, problems);
  checkRelations(shaped, problems);
  checkOthers(shaped, problems);
  checkDamage(shaped, allSpans(shaped), problems);
}
