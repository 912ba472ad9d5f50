/** Words of grammar: they keep their own identity where other words are known by their ending only. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  "the a an of to in on at by for with from that which who whom whose this these those and or but as if because while when where how what why not no is are was were be been being has have had do does did will would could should may might must can it he she they we you i his her its their our your my him them us me than then so there about after before into over under between during against without also both whether since until though although 's according".split(
    ' ',
  ),
);
