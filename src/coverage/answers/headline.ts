import { actorName } from '../../domain/corpus.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Pair } from '../../domain/view.ts';
import type { Question } from '../coverage.ts';
import { type FlagRemark, flagRemarks } from './tellings/flagRemarks.ts';
import { type Backing, type BackingGroup, backingGroups } from './tellings/headlineCheck.ts';
import type { HeadlineWord } from './tellings/headlineWords.ts';
import { tellingsOf } from './tellings/sideBySide.ts';

/** Groups of passages that a headline has at most, and passages of each that stand there at once. */
const MOST_GROUPS = 12;
export const FIRST_BACKING = 12;

/** A passage behind a headline. `speaker` is a name; topics only of a passage that shares nothing else. */
export type BackingRow = Omit<Backing, 'shares' | 'byTie'>;

/** Passages that share the same words of the headline: the first of them, and how many there are. */
export type BackingRows = Omit<BackingGroup, 'rows'> & { rows: BackingRow[]; inAll: number };

/** What the body of an article has of its headline, as it is told: words and names as the screen says them. */
export type HeadlineAnswer = {
  words: string[];
  /** Most of the words that one passage shares. */
  most: number;
  missing: string[];
  unquoted: string[];
  actors: string[];
  flags: FlagRemark[];
  groups: BackingRows[];
  groupsInAll: number;
};

const shownOf = (words: readonly HeadlineWord[]) => words.map(({ shown }) => shown);

/** What stands behind the headline of an article of a pair. `rows` are how many passages of a group by its key; else as many as come first. */
export const HEADLINE: Question<{ pair: Pair; article: Slug; rows: Record<string, number> }, HeadlineAnswer | null> = {
  name: 'headline',
  answer: ({ whole }, { pair, article, rows }) => {
    const tellings = tellingsOf(whole, pair);
    const check = [tellings?.a, tellings?.b].find((telling) => telling?.article.id === article)?.headline;
    if (!check) return null;
    const groups = backingGroups(check);
    const rowOf = ({ shares, byTie, speaker, topics, ...row }: Backing): BackingRow => ({
      ...row,
      speaker: speaker === null ? null : actorName(whole, speaker),
      topics: shares.length === 0 ? topics : [],
    });
    return {
      words: shownOf(check.words),
      most: check.backing[0]?.shares.length ?? 0,
      missing: shownOf(check.missing),
      unquoted: check.unquoted,
      actors: check.actors.map((id) => actorName(whole, id)),
      flags: flagRemarks(whole, check.flags),
      groups: groups.slice(0, MOST_GROUPS).map(({ rows: all, ...group }) => ({
        ...group,
        rows: all.slice(0, rows[group.key] ?? FIRST_BACKING).map(rowOf),
        inAll: all.length,
      })),
      groupsInAll: groups.length,
    };
  },
};
