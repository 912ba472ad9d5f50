import type { Corpus } from '../../../domain/corpus.ts';
import { type Evidence, overlaps } from '../../../domain/evidence.ts';
import type { Mark } from '../../../domain/mark.ts';

/** The lists of what is claimed with words. */
export const CLAIM_LISTS = ['statements', 'relations', 'venues', 'events', 'flags'] as const;
export type ClaimList = (typeof CLAIM_LISTS)[number];
export type ClaimOf<L extends ClaimList> = Corpus[L][number];
/** Anything that is claimed: what all five have. */
export type Claim = ClaimOf<ClaimList>;

export const ONE_OF: Record<ClaimList, string> = {
  statements: 'statement',
  relations: 'tie',
  venues: 'venue',
  events: 'event',
  flags: 'flag',
};

/** The words that a claim is made of. */
export function wordsOf(claim: Claim): Evidence[] {
  if ('content' in claim) return claim.content;
  return 'spans' in claim ? claim.spans : claim.evidence;
}

/** What a claim is called in a list; a venue has no id of its own. */
export const idOf = (claim: Claim): string => ('id' in claim ? claim.id : claim.place);

const spanKey = ({ article, start, end }: Evidence) => `${article} ${start} ${end}`;

/** A key that two claims share when they claim of the same words, and of the same kind. */
export function claimKey(list: ClaimList, claim: Claim): string {
  const kind = 'event' in claim ? claim.event : list === 'flags' && 'kind' in claim ? claim.kind : '';
  if (list === 'venues') return `venues ${idOf(claim)}`;
  return [list, kind, ...wordsOf(claim).map(spanKey).sort()].join('|');
}

const sameIds = (a: readonly string[], b: readonly string[]) => [...a].sort().join(' ') === [...b].sort().join(' ');

/** How many characters of one article two claims share. */
function shared(a: readonly Evidence[], b: readonly Evidence[]): number {
  let sum = 0;
  for (const one of a)
    for (const other of b)
      if (overlaps(one, other)) sum += Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return sum;
}

const lengthOf = (spans: readonly Evidence[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** Whether a decision of a person takes the place of what the reader claims: both are about the same. */
export function takesPlaceOf(list: ClaimList, decided: Claim, claim: Claim): boolean {
  if (list === 'venues') return idOf(decided) === idOf(claim);
  const [a, b] = [wordsOf(decided), wordsOf(claim)];
  const common = shared(a, b);
  if (common === 0) return false;
  if ('content' in decided) return common * 2 > Math.max(lengthOf(a), lengthOf(b));
  if ('recipients' in decided && 'recipients' in claim)
    return sameIds([...decided.actors, ...decided.recipients], [...claim.actors, ...claim.recipients]);
  if ('spans' in decided) return 'kind' in claim && decided.kind === claim.kind;
  return (
    'date' in decided &&
    'date' in claim &&
    (decided.date === claim.date || common * 2 > Math.min(lengthOf(a), lengthOf(b)))
  );
}

/** Whether nobody but the reader stands behind something. */
export const isUnchecked = ({ mark }: { mark: Mark }): boolean => mark.by === 'machine' && mark.review === 'none';
