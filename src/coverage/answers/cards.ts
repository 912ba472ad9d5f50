import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Mark } from '../../domain/mark.ts';
import { once } from '../../domain/once.ts';
import { type Piece, piecesOf } from '../../domain/pieces.ts';
import type { Slug } from '../../domain/slug.ts';
import { type Certainty, type Statement, type StatementKind, speakerOf } from '../../domain/statement.ts';
import type { WallOrder } from '../../domain/view.ts';
import type { Question, Selected } from '../coverage.ts';
import { type ArticleBadge, badgeOf } from './badge.ts';
import { type Group, pageOf, wallGroups } from './cardGroups.ts';
import { articleOf, type CardHead, contextOf, isCutOff, leadOf, quoteHeads } from './cardHeads.ts';

/** What the articles may have otherwise although the words are the same, and what is said of one that has none of it. */
const aspectsOf = ({
  source,
  cue,
  relay,
  quoted,
}: Statement): [passages: Evidence[], none: string, before?: string][] => [
  [source ? [source] : [], 'nobody named'],
  [cue, 'no cue'],
  [relay ? [relay.evidence] : [], 'no relay', 'as told by '],
  [quoted, 'no quotation marks', 'in quotation marks '],
];

/** For each statement of the same words, what its article has otherwise than the others; all of them empty when nothing differs. */
function apart(statements: Statement[]): string[] {
  const told = statements.map((statement) =>
    aspectsOf(statement).map(([passages, none, before = '']) =>
      passages.length > 0 ? before + passages.map(({ exact }) => `“${exact}”`).join(' … ') : none,
    ),
  );
  const differs = told[0]?.map((_, at) => new Set(told.map((own) => own[at])).size > 1) ?? [];
  return told.map((own) => own.filter((_, at) => differs[at]).join(', '));
}

/** An actor that a card names. */
type Named = { id: Slug; name: string };

/** One article's telling of a card: who settles the speaker may differ from article to article. */
type Telling = {
  statement: Slug;
  article: Slug;
  badge: ArticleBadge;
  certainty: Certainty;
  mark: Mark;
  /** Whom the article names: an actor, or its own words for somebody unresolved. */
  name: string;
  /** What it has otherwise than the others, beside the same words; see `apart`. */
  apart: string;
};

/** All that a card says. */
export type Card = Omit<CardHead, 'statements' | 'speaker' | 'candidates'> & {
  /** The statement that it leads to: that of the first article. */
  statement: Slug;
  kind: StatementKind;
  pieces: Piece[];
  tellings: Telling[];
  /** The letters of articles that have the same words but are filtered out. */
  alsoIn: string[];
  speaker: Named | null;
  candidates: Named[];
  /** The words that name the speaker, where the speaker is unresolved; null when there are none. */
  sourceWords: string | null;
  reason: string | null;
  cue: string;
  relay: Named | null;
  cutOff: boolean;
};

/** Whom one article names for the words of a card. */
function tellingName(statement: Statement, whole: Dataset): string {
  const speaker = speakerOf(statement);
  if (speaker !== null) return actorName(whole, speaker);
  return statement.source === null ? 'nobody named' : `“${statement.source.exact}”`;
}

/** Makes a card of what decides where it stands. */
function cardOf(head: CardHead, whole: Dataset): Card {
  const context = contextOf(whole);
  const { statements, ...rest } = head;
  const lead = leadOf(statements) as Statement;
  const unsettled = statements.find((statement) => statement.speaker.status === 'unresolved') ?? lead;
  const here = new Set(statements);
  const group = lead.same === null ? [] : (context.twins.get(lead.same) ?? []);
  const named = (id: Slug): Named => ({ id, name: actorName(whole, id) });
  const otherwise = apart(statements);
  return {
    ...rest,
    statement: statements[0]?.id ?? '',
    kind: lead.kind,
    pieces: piecesOf(lead, itemById(whole.articles, articleOf(lead))?.text ?? ''),
    tellings: statements.map((statement, at) => ({
      statement: statement.id,
      article: articleOf(statement),
      badge: badgeOf(whole, articleOf(statement)),
      certainty: statement.speaker.status,
      mark: statement.mark,
      name: tellingName(statement, whole),
      apart: otherwise[at] ?? '',
    })),
    alsoIn: group.filter((twin) => !here.has(twin)).map((twin) => badgeOf(whole, articleOf(twin)).text),
    speaker: rest.speaker === null ? null : named(rest.speaker),
    candidates: rest.candidates.map(named),
    sourceWords: unsettled.source?.exact ?? null,
    reason: unsettled.speaker.status === 'unresolved' ? unsettled.speaker.reason : null,
    cue: lead.cue.map(({ exact }) => exact).join(' … '),
    relay: lead.relay && named(lead.relay.actor),
    cutOff: isCutOff(statements, context),
  };
}

/** Cards of one page that stand together; `of`: how many of them there are on all pages. */
export type CardGroup = Group<Card> & { of: number };

/** One page of cards in their groups, and what there is on all pages. */
export type CardsAnswer = {
  groups: CardGroup[];
  /** How many cards there are, of how many statements, and how many of the cards have no settled speaker. */
  cards: number;
  statements: number;
  unsettled: number;
  /** The place of the first card without a settled speaker, counted from 0; -1 where there is none. */
  firstUnsettled: number;
};

const isOpen = ({ certainty }: CardHead) => certainty === 'unresolved';

/** Once for each selection: pages are turned, and the order changes, while what passes stays the same. */
const headsOf = once(({ whole, slice }: Selected) => quoteHeads(slice, whole));

/**
 * The statements that pass as cards, page by page: the same words in several articles are one card; told of two speakers, it is
 * unresolved, and says for each article whom it names.
 */
export const CARDS: Question<{ order: WallOrder; from: number; size: number }, CardsAnswer> = {
  name: 'cards',
  answer: (of, { order, from, size }) => {
    const { whole, slice, filters } = of;
    const groups = wallGroups(headsOf(of), whole, filters, order);
    const heads = groups.flatMap(({ cards }) => cards);
    return {
      groups: pageOf(groups, from, size).map((group) => ({
        ...group,
        cards: group.cards.map((head) => cardOf(head, whole)),
      })),
      cards: heads.length,
      statements: slice.statements.length,
      unsettled: heads.filter(isOpen).length,
      firstUnsettled: heads.findIndex(isOpen),
    };
  },
};
