/** Words that source words may be alone, and that name nobody by themselves. */
export const PRONOUNS: ReadonlySet<string> = new Set(
  'he she it they we i him her them me us who which himself herself'.split(' '),
);
/** Pronouns that can only be who speaks, wherever they stand in source words. */
export const SUBJECTS = /^(?:he|she|they)$/;
/** Pronouns behind words that own: "their statement" is what they said. */
export const OWNERS: Record<string, string> = { his: 'he', her: 'she', its: 'it', their: 'they' };
/** Words that begin what points back. */
export const POINTS = /^(?:the|this|that|these|those)$/;
/** Words that begin what the text has not named before. */
export const NEW =
  /^(?:an?|one|two|three|four|five|some|several|many|few|most|other|another|both|numerous|various|\d.*)$/;
/** Words behind which source words go on about the speaker. */
export const STOPS = new Set(
  'of from for at in with on who that which whose to by near based representing speaking after before during since while when as about'.split(
    ' ',
  ),
);
/** Nouns behind the name of an outlet. */
export const OUTLET_NOUNS = new Set(
  'newspaper magazine agency news network channel daily website station tabloid broadcaster paper service'.split(' '),
);
/** Bodies that speak as one, without a name. */
export const PUBLIC_BODIES =
  /^(?:police|government|ministry|court|parliament|congress|senate|army|navy|military|department|authorities|cabinet|council|administration|commission|embassy)$/;
