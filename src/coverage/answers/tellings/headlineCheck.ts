import { type Article, paragraphNumbers, paragraphsOf } from '../../../domain/article.ts';
import { type Dataset, itemById } from '../../../domain/corpus.ts';
import { overlaps } from '../../../domain/evidence.ts';
import { inArticle } from '../../../domain/inArticle.ts';
import { actorsNamed, mentionsIn } from '../../../domain/names.ts';
import { folded } from '../../../domain/searchText.ts';
import type { Slug } from '../../../domain/slug.ts';
import { speakerOf } from '../../../domain/statement.ts';
import type { TextFlag } from '../../../domain/textFlag.ts';
import type { Opened } from '../../../domain/view.ts';
import { type Run, wordsOf } from '../../../domain/wording.ts';
import { passagesOf, stretchOf } from './headlinePassages.ts';
import {
  bodyOf,
  type HeadlineWord,
  headlineWords,
  namesInHeadline,
  quotedIn,
  sameStem,
  stem,
} from './headlineWords.ts';
import { outsideKinds } from './paragraphs.ts';

/** A passage of the body that shares actors and a word, a tie or a topic with the headline. It need not say what the headline says. */
export type Backing = {
  key: string;
  number: number;
  opened: Opened;
  /** The article's words, in runs: `shared` ones are words of the headline. */
  runs: { text: string; shared: boolean }[];
  /** Who speaks, as an id; null where the reporter does, or where it is not settled. */
  speaker: Slug | null;
  /** A statement whose speaker is not settled. */
  unsettled: boolean;
  /** Words of the headline that it shares, by a word of its own or by a tie of that kind. */
  shares: HeadlineWord[];
  /** Of these, the ones that it shares only because the coverage marks a tie of that kind in it. */
  byTie: HeadlineWord[];
  /** Labels of its topics whose words all stand in the headline. */
  topics: string[];
  /** The passage is cut off or garbled. */
  damage: 'truncated' | 'garbled' | null;
};

/** What the body of an article has of its headline, by rule: nothing here weighs what is meant. */
export type HeadlineCheck = {
  words: HeadlineWord[];
  actors: Slug[];
  /** Most words first, then most sides of the headline, then text order. */
  backing: Backing[];
  /** Words of the headline that stand nowhere in the body. */
  missing: HeadlineWord[];
  /** Quoted words of the headline that stand nowhere in the body. */
  unquoted: string[];
  /** Flags on the headline's own words. */
  flags: TextFlag[];
};

/** The runs of a text, cut at the words that the headline has too. */
function runsOf(text: string, shared: readonly Run[]): Backing['runs'] {
  const cuts = [0, ...shared.flatMap(({ start, end }) => [start, end]), text.length];
  return cuts.slice(0, -1).flatMap((from, index) => {
    const run = text.slice(from, cuts[index + 1]);
    return run === '' ? [] : { text: run, shared: index % 2 === 1 };
  });
}

const meets = (one: Run, other: Run) => one.start < other.end && other.start < one.end;

/** What the body of an article has of its headline: see `Backing` for what counts. Without actors in the headline, words alone count. */
export function headlineCheck(whole: Dataset, article: Article): HeadlineCheck {
  const { headline } = article;
  const words = headlineWords(whole, article);
  const actors = actorsNamed(whole, namesInHeadline(whole, 'actors', article.id));
  const sideOf = (id: Slug) => itemById(whole.actors, id)?.side ?? id;
  const sides = new Set(actors.map(sideOf));
  const ofHeadline = (id: Slug) => sides.size === 0 || sides.has(sideOf(id));
  const plains = new Set(words.map(({ plain }) => plain));
  const used = new Set(inArticle(whole, article.id).statements.flatMap(({ topics: own }) => own));
  const topics = whole.topics.filter(
    ({ id, label }) => used.has(id) && wordsOf(label).every((word) => plains.has(stem(word.plain))),
  );
  const damaged = whole.flags.filter(({ kind }) => kind === 'truncated' || kind === 'garbled');
  const outside = paragraphsOf(article).filter(
    ({ number, start, end }) =>
      article.text.slice(start, end).trim() === headline.trim() || outsideKinds(whole, article).has(number),
  );

  const backing = passagesOf(whole, article).flatMap(({ spans, statement, opened, deeds }) => {
    const stretch = stretchOf(article, spans);
    const speaker = statement && speakerOf(statement);
    const acting = [...(speaker === null ? [] : [speaker]), ...deeds.flatMap((deed) => deed.actors)];
    if (outside.some((paragraph) => meets(paragraph, stretch))) return [];
    if (sides.size > 0 && !acting.some(ofHeadline)) return [];
    const text = article.text.slice(stretch.start, stretch.end);
    const has = (word: Run & { plain: string }) => words.filter(({ plain }) => sameStem(plain, stem(word.plain)));
    const shared = wordsOf(text).filter((word) => has(word).length > 0);
    const byWord = new Set(shared.flatMap(has));
    const byTie = words.filter(
      (word) =>
        !byWord.has(word) &&
        deeds.some((deed) => deed.event === word.event && deed.actors.some((id) => ofHeadline(id))),
    );
    const ownTopics = topics.filter(({ id }) => statement?.topics.includes(id));
    if (byWord.size + byTie.length + ownTopics.length === 0) return [];
    const flag = damaged.find((one) => one.spans.some((x) => spans.some((y) => overlaps(x, y))));
    const row: Backing = {
      key: `${opened.mark}.${opened.passage}`,
      number: paragraphNumbers(article, stretch.start, stretch.end)[0] ?? 1,
      opened,
      runs: runsOf(text, shared),
      speaker,
      unsettled: statement !== null && speaker === null,
      shares: words.filter((word) => byWord.has(word) || byTie.includes(word)),
      byTie,
      topics: ownTopics.map(({ label }) => label),
      damage: flag ? (flag.kind === 'truncated' ? 'truncated' : 'garbled') : null,
    };
    const named = actorsNamed(whole, mentionsIn(whole, 'actors', { article: article.id, ...stretch }));
    const near = new Set([...acting, ...named].filter(ofHeadline).map(sideOf)).size;
    return { row, near, start: stretch.start };
  });

  const body = bodyOf(whole, article);
  const plainBody = folded(body);
  const stems = [...new Set(wordsOf(body).map(({ plain }) => stem(plain)))];
  return {
    words,
    actors,
    backing: backing
      .sort((x, y) => y.row.shares.length - x.row.shares.length || y.near - x.near || x.start - y.start)
      .map(({ row }) => row),
    missing: words.filter(({ plain }) => !stems.some((one) => sameStem(one, plain))),
    unquoted: quotedIn(headline).filter((quoted) => !plainBody.includes(folded(quoted))),
    flags: whole.flags.filter(
      ({ kind, spans }) =>
        !['repeated', 'boilerplate', 'shared-passage'].includes(kind) &&
        spans.some((span) => span.article === article.id && outside.some((paragraph) => meets(paragraph, span))),
    ),
  };
}

/** Passages that share the same words of the headline in the same way. */
export type BackingGroup = { key: string; words: string[]; byTie: string[]; rows: Backing[] };

/** The passages behind a headline by what they share with it; the order of the groups is that of their best passages. */
export function backingGroups({ backing }: HeadlineCheck): BackingGroup[] {
  const groups = new Map<string, BackingGroup>();
  for (const row of backing) {
    const byTie = row.byTie.map(({ shown }) => shown);
    const words = row.shares.map(({ shown }) => shown).filter((word) => !byTie.includes(word));
    const key = `${words.join(' ')}|${byTie.join(' ')}`;
    const group = groups.get(key) ?? { key, words, byTie, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}
