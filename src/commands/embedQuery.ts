import { EMBEDS } from '../domain/view.ts';

/** A pattern of all names of letters, digits and underscores, the empty one too, but for one word in whatever letters. */
const otherThan = (word: string): string =>
  [...word].reduceRight((longer, letter) => {
    const both = letter + letter.toUpperCase();
    return `(?:[^\\W${both}]\\w*|[${both}]${longer})?`;
  }, '\\w+');

const OTHER = `${otherThan('embed')}(?:=[^&]*)?`;

/**
 * The rule of `src/domain/embedOf.ts` as a pattern for servers: it fits the query of an embed, as it came and without its question mark. It
 * looks neither ahead nor back, so that PCRE (nginx), RE2 (Caddy) and browsers read it alike.
 */
export const EMBED_QUERY = `^(?:${OTHER}&)*embed=(?:${EMBEDS.join('|')})(?:&${OTHER})*$`;
