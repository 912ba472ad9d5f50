import { type Evidence, overlaps } from '../domain/evidence.ts';
import { addTo } from '../domain/lists.ts';
import { tooMany } from './bounds.ts';
import { refuse } from './breach.ts';
import { checkDamage } from './damage.ts';
import { LIMITS } from './limits.ts';
import { checkMarks } from './marks.ts';
import { clip, type Problem, step } from './problem.ts';
import type { Shaped } from './shape.ts';

/** A mark that sets off quoted words, in the scripts of the world's newspapers; an apostrophe between letters is none. */
const QUOTATION_MARK = /["“”«»„‟‹›「」『』《》〝〞〟＂]|(?<![\p{L}\p{N}])['‘‚‛＇]|['’＇](?![\p{L}\p{N}])/u;

/** The paragraph that a span starts in, or its neighbourhood where a paragraph has no end. */
function lineAround(text: string, { start, end }: Evidence): string {
  // Only the neighbourhood is looked at: a text may be one paragraph of a megabyte.
  const before = text.slice(Math.max(0, start - 1000), start + 1);
  const after = text.slice(end, end + 1000);
  const next = after.indexOf('\n');
  return (
    before.slice(before.lastIndexOf('\n') + 1) + text.slice(start + 1, end) + (next < 0 ? after : after.slice(0, next))
  );
}

/** Whether a mark that sets off quoted words stands in the paragraph around a span; without one the door lets no words pass as quoted. */
export function standsByQuotationMark(text: string, span: Evidence): boolean {
  return QUOTATION_MARK.test(lineAround(text, span));
}

function inside(part: Evidence, whole: Evidence): boolean {
  return part.article === whole.article && part.start >= whole.start && part.end <= whole.end;
}

function checkStatements({ lists }: Shaped, problems: Problem[]): void {
  const groups = new Map<string, { article: string; path: string; words: string }[]>();
  const texts = new Map(lists.articles.map(({ item }) => [item.id, item.text]));
  const ids = new Set(lists.statements.map(({ item }) => item.id));
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
    const overlapping = item.content.find((piece, index) =>
      item.content.some((other, at) => at < index && overlaps(piece, other)),
    );
    if (overlapping)
      refuse(problems, step(path, 'content'), 'pieces that do not overlap', `"${clip(overlapping.exact)}"`);
    item.quoted.forEach((piece, index) => {
      const text = texts.get(piece.article);
      if (text === undefined || standsByQuotationMark(text, piece)) return;
      refuse(
        problems,
        step(step(path, 'quoted'), index),
        'words in a paragraph that has quotation marks',
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
    if (item.said?.certainty === 'stated' && item.said.evidence.article !== home)
      refuse(
        problems,
        step(step(path, 'said'), 'certainty'),
        '"inferred", since the words that date it are in another article',
        '"stated"',
      );
    if (item.same === null) continue;
    if (ids.has(item.same))
      refuse(problems, step(path, 'same'), 'the name of a group, not the id of a statement', `"${clip(item.same)}"`);
    const words = item.content
      .map(({ exact }) => exact)
      .join(' ')
      .replace(/\s+/g, ' ');
    addTo(groups, item.same, { article: home, path: step(path, 'same'), words });
  }
  for (const [group, members] of groups) {
    const articles = new Set(members.map(({ article }) => article));
    const other = members.find(({ words }) => words !== members[0]?.words);
    if (articles.size < members.length) {
      refuse(
        problems,
        members[0]?.path ?? '$',
        `"${clip(group)}" on at most one statement of each article`,
        `${members.length} in ${articles.size}`,
      );
    } else if (other) {
      refuse(problems, other.path, `the same words as the others of "${clip(group)}"`, `"${clip(other.words)}"`);
    } else if (members.length > LIMITS.twins) {
      problems.push(tooMany(members[0]?.path ?? '$', LIMITS.twins, 'statements with the same words'));
    }
  }
}

function checkRelations({ lists }: Shaped, problems: Problem[]): void {
  for (const { item, path } of lists.relations) {
    const both = item.recipients.find((id) => item.actors.includes(id));
    if (both !== undefined)
      refuse(problems, step(path, 'recipients'), 'recipients that are not actors too', `"${clip(both)}"`);
    if (item.until !== null && item.modality !== 'historical')
      refuse(
        problems,
        step(path, 'until'),
        'null: only what is past has an end',
        `"${item.until}" with "${item.modality}"`,
      );
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

/** A fuller name is from outside: what the articles say themselves is a name or another form of it. */
function checkNames({ lists }: Shaped, problems: Problem[]): void {
  for (const { item, path } of lists.actors) {
    if (item.fullName === null || ![item.name, ...item.aliases].includes(item.fullName)) continue;
    refuse(problems, step(path, 'fullName'), 'a name that no article gives, or null', `"${clip(item.fullName)}"`);
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

/** The rules of annotation that a schema cannot say. */
export function checkRules(shaped: Shaped, problems: Problem[]): void {
  checkStatements(shaped, problems);
  checkRelations(shaped, problems);
  checkNames(shaped, problems);
  checkOthers(shaped, problems);
  checkDamage(shaped, problems);
  checkMarks(shaped, problems);
}
