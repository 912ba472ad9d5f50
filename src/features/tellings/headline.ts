import { type Article, paragraphNumbers, paragraphsOf } from '../../domain/article.ts';
import { type Dataset, itemById } from '../../domain/corpus.ts';
import { type Evidence, overlaps } from '../../domain/evidence.ts';
import { folded } from '../../domain/searchText.ts';
import type { Slug } from '../../domain/slug.ts';
import { type Statement, speakerOf } from '../../domain/statement.ts';
import type { TextFlag } from '../../domain/textFlag.ts';
import type { Opened } from '../../domain/view.ts';
import { bodyOf, type HeadlineWord, headlineWords, namedActors, quotedIn, sameStem, stem } from './headlineWords.ts';
import { outsideKind } from './paragraphs.ts';
import { wordsOf } from './wording.ts';

/** A passage of the body that shares actors and a word, a tie or a topic with the headline. It need not say what the headline says. */
export type Backing = {
  key: string;
  number: number;
  opened: Opened;
  /** The article's words, in runs: `shared` ones are words of the headline. */
  words: { text: string; shared: boolean }[];
  /** Who speaks; null where the reporter does, or where it is not settled. */
  speaker: Slug | null;
  /** Stems of the headline's words that it shares, by a word of its own or by a tie of that kind. */
  shares: string[];
  /** Of these, the ones that it shares only because the coverage marks a tie of that kind in it. */
  byTie: string[];
  topics: string[];
  damage: 'truncated' | 'garbled' | null;
};

/** What the body of an article has of its headline, by rule: nothing here weighs what is meant. */
export type HeadlineCheck = {
  words: HeadlineWord[];
  actors: Slug[];
  /** The best first: most words, then most actors of the headline, then text order. */
  backing: Backing[];
  /** Words of the headline that stand nowhere in the body. */
  missing: string[];
  /** Quoted words of the headline that stand nowhere in the body. */
  unquoted: string[];
  /** Flags on the headline's own words. */
  flags: TextFlag[];
};

type Found = { spans: Evidence[]; statement: Statement | null; opened: Opened; acting: Slug[]; events: string[] };

/** The statements of an article with the ties their words hold, and the passages of ties outside statements. */
function foundIn(whole: Dataset, article: Article): Found[] {
  const found = whole.statements
    .filter(({ content }) => content[0]?.article === article.id)
    .map((statement): Found => {
      const speaker = speakerOf(statement);
      const opened = { mark: statement.id, passage: 1 };
      return { spans: statement.content, statement, opened, acting: speaker ? [speaker] : [], events: [] };
    });
  for (const { id, evidence, event, actors } of whole.relations)
    evidence.forEach((span, index) => {
      if (span.article !== article.id) return;
      const within = found.filter(({ spans }) => spans.some((one) => overlaps(one, span)));
      for (const one of within) one.acting.push(...actors);
      for (const one of within) one.events.push(...actors.map((actor) => `${actor} ${event}`));
      if (within.length > 0) return;
      const opened = { mark: id, passage: index + 1 };
      const events = actors.map((actor) => `${actor} ${event}`);
      found.push({ spans: [span], statement: null, opened, acting: [...actors], events });
    });
  return found;
}

/** The stretch of text from the first to the last span, with quotation marks that touch it. */
function stretch(article: Article, spans: readonly Evidence[]): { start: number; end: number } {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const isMark = (at: number) => /["“”]/.test(article.text[at] ?? '');
  return { start: start - (isMark(start - 1) ? 1 : 0), end: end + (isMark(end) ? 1 : 0) };
}

/** What the body of an article has of its headline: see `Backing` for what counts. */
export function headlineCheck(whole: Dataset, article: Article): HeadlineCheck {
  const { headline } = article;
  const [words, actors] = [headlineWords(whole, headline), namedActors(whole, headline)];
  const sideOf = (id: Slug) => itemById(whole.actors, id)?.side ?? id;
  const sides = new Set(actors.map(sideOf));
  const ofHeadline = (id: Slug) => actors.length === 0 || actors.includes(id) || sides.has(sideOf(id));
  const topicStems = new Set([...words.map(({ plain }) => plain), ...actors]);
  const topics = whole.topics.filter(({ label }) => wordsOf(label).every(({ plain }) => topicStems.has(stem(plain))));
  const damaged = whole.flags.filter(({ kind }) => kind === 'truncated' || kind === 'garbled');
  const outside = paragraphsOf(article).filter((paragraph) => outsideKind(whole, article, paragraph) !== null);

  const ranked = foundIn(whole, article).flatMap((found) => {
    const { spans, statement, opened, acting, events } = found;
    const { start, end } = stretch(article, spans);
    if (outside.some((paragraph) => paragraph.start < end && start < paragraph.end)) return [];
    if (actors.length > 0 && !acting.some(ofHeadline)) return [];
    const text = article.text.slice(start, end);
    const own = wordsOf(text).map((word) => ({ ...word, stem: stem(word.plain) }));
    const shared = own.filter((word) => words.some(({ plain }) => sameStem(plain, word.stem)));
    const byWord = words.filter(({ plain }) => shared.some((word) => sameStem(plain, word.stem)));
    const byTie = words.filter(
      (word) =>
        word.event !== null &&
        !byWord.includes(word) &&
        events.some((one) => one.endsWith(` ${word.event}`) && ofHeadline(one.split(' ')[0] ?? '')),
    );
    const shares = words.filter((word) => byWord.includes(word) || byTie.includes(word)).map(({ plain }) => plain);
    const own2 = topics.filter(({ id }) => statement?.topics.includes(id));
    if (shares.length === 0 && own2.length === 0) return [];
    const cuts = [0, ...shared.flatMap((word) => [word.start, word.end]), text.length];
    const near = new Set([...acting, ...namedActors(whole, text)].filter(ofHeadline).map(sideOf)).size;
    const backing: Backing = {
      key: `${opened.mark}.${opened.passage}`,
      number: paragraphNumbers(article, start, end)[0] ?? 1,
      opened,
      words: cuts.slice(0, -1).flatMap((from, index) => {
        const run = text.slice(from, cuts[index + 1]);
        return run === '' ? [] : { text: run, shared: index % 2 === 1 };
      }),
      speaker: statement && speakerOf(statement),
      shares,
      byTie: byTie.map(({ plain }) => plain),
      topics: own2.map(({ label }) => label),
      damage: damaged.find((flag) => flag.spans.some((x) => spans.some((y) => overlaps(x, y))))?.kind as
        | 'truncated'
        | 'garbled'
        | null,
    };
    return { backing, near, start };
  });
  const body = bodyOf(whole, article);
  const stems = new Set(wordsOf(body).map(({ plain }) => stem(plain)));
  const plainBody = folded(body);
  return {
    words,
    actors,
    backing: ranked
      .sort((x, y) => y.backing.shares.length - x.backing.shares.length || y.near - x.near || x.start - y.start)
      .map(({ backing }) => backing),
    missing: words.filter(({ plain }) => ![...stems].some((one) => sameStem(one, plain))).map(({ shown }) => shown),
    unquoted: quotedIn(headline).filter((quoted) => !plainBody.includes(folded(quoted))),
    flags: whole.flags.filter(
      ({ kind, spans }) =>
        kind !== 'repeated' &&
        kind !== 'boilerplate' &&
        kind !== 'shared-passage' &&
        spans.some((span) => outside.some(({ start, end }) => span.article === article.id && span.start < end && start < span.end && headline.includes(span.exact))),
    ),
  };
}
