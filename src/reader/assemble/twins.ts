import type { Evidence } from '../../domain/evidence.ts';
import type { Why } from '../../domain/mark.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Statement } from '../../domain/statement.ts';
import { PRONOUNS } from '../lexicons/sourceWords.ts';
import { byUnits, digestOf } from './ids.ts';
import { machine } from './why.ts';

/** Fewer words than this are the same by chance. */
const FEWEST_WORDS = 6;
/** Statements that begin with as many equal words tell the same, for the question who speaks. */
const SAME_BEGINNING = 10;
/** As many statements with the same words are one group. */
const MOST_TWINS = 200;
/** A speaker who comes from another article is never surer than this. */
const MOST_SURE = 80;
const LEAST_SURE = 50;

const articleOf = ({ content }: Statement): Slug => content[0]?.article ?? '';
const exactWords = ({ content }: Statement) =>
  content
    .map(({ exact }) => exact)
    .join(' ')
    .replace(/\s+/g, ' ');
const bareWords = (words: string) => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Stage 14 joins the statements of several articles that have the same words. One look-up a statement. */
export function joinTwins(statements: readonly Statement[], minSure: number): Statement[] {
  const bySame = groupsBy(statements, exactWords);
  const same = new Map<Statement, Slug>();
  for (const [words, group] of bySame) {
    const firsts = [...new Map([...group].reverse().map((one) => [articleOf(one), one])).values()].reverse();
    if (firsts.length < 2) continue;
    for (const one of firsts.slice(0, MOST_TWINS)) same.set(one, `same-${digestOf(words)}`);
  }
  const settled = new Map<Statement, Statement>();
  // Where the words of one statement end is found less surely than where they begin.
  const beginning = (one: Statement) => bareWords(exactWords(one)).slice(0, SAME_BEGINNING).join(' ');
  for (const group of groupsBy(statements, beginning).values())
    for (const [one, made] of crossed(group, minSure)) settled.set(one, made);
  return statements.map((one) => ({ ...(settled.get(one) ?? one), same: same.get(one) ?? null }));
}

/** The statements of several articles by a key of their words, where those are enough to be more than chance. */
function groupsBy(statements: readonly Statement[], keyOf: (one: Statement) => string): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const one of statements) {
    if (bareWords(exactWords(one)).length < FEWEST_WORDS) continue;
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  for (const [key, group] of groups) if (new Set(group.map(articleOf)).size < 2) groups.delete(key);
  return groups;
}

const WEAK: ReadonlySet<Why> = new Set<Why>([
  'chain:pronoun',
  'speaker:goes-on',
  'speaker:described',
  'speaker:group',
  'speaker:document',
]);
const whyOf = ({ mark }: Statement): readonly Why[] => (mark.by === 'machine' ? mark.why : []);
const sureOf = ({ mark }: Statement) => (mark.by === 'machine' ? mark.sure : 100);
const actorOf = ({ speaker }: Statement) => (speaker.status === 'unresolved' ? null : speaker.actor);

/** Whether the words of its own article name the speaker. */
const isNamed = (one: Statement) =>
  actorOf(one) !== null && one.source !== null && !whyOf(one).some((code) => WEAK.has(code));

/** Whether no words of its own article name anybody: no source, or a pronoun. */
const isOpen = ({ source }: Statement) => source === null || PRONOUNS.has(source.exact.toLowerCase());

/**
 * Settles who speaks in some statements with the same words. Where one article names the speaker, and no other article another one, the articles that
 * have a pronoun or nobody follow it; where pronouns lead to different people, it is open in all of them. Nothing crosses between two that are open.
 */
function crossed(group: readonly Statement[], minSure: number): [Statement, Statement][] {
  const named = group.filter(isNamed);
  const [best] = [...named].sort((a, b) => sureOf(b) - sureOf(a));
  const namedActors = new Set(named.map(actorOf));
  const open = group.filter((one) => isOpen(one) && !isNamed(one));
  const source = best?.source;
  if (best && source && namedActors.size === 1) {
    const sure = Math.min(MOST_SURE, sureOf(best));
    const [actor] = namedActors;
    if (!actor || sure < Math.max(minSure, LEAST_SURE)) return [];
    return open.flatMap((one): [Statement, Statement][] =>
      articleOf(one) === articleOf(best) || actorOf(one) === actor ? [] : [[one, resolved(one, actor, source, sure)]],
    );
  }
  const claimed = new Set(group.flatMap((one) => actorOf(one) ?? []));
  if (claimed.size < 2) return [];
  return open.flatMap((one): [Statement, Statement][] =>
    actorOf(one) === null ? [] : [[one, leftOpen(one, [...claimed].sort(byUnits))]],
  );
}

function resolved(one: Statement, actor: Slug, because: Evidence, sure: number): Statement {
  return {
    ...one,
    speaker: { status: 'resolved', actor, method: 'sibling-article', because: [because] },
    mark: machine(sure, ['twin', ...whyOf(one).filter((code) => code.startsWith('cue:') || code === 'relay')]),
  };
}

function leftOpen(one: Statement, candidates: Slug[]): Statement {
  const reason = 'Several articles have these words, and the pronouns lead to different people.';
  return {
    ...one,
    speaker: { status: 'unresolved', candidates: candidates.slice(0, 100), reason },
    mark: machine(Math.min(sureOf(one), LEAST_SURE - 1), [...whyOf(one), 'speaker:two-articles']),
  };
}
