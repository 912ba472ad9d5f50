/** What a run tells the shell; docs/COMMAND-LINE.md has them in words. */
export const EXIT = {
  /** Written, or there was nothing new. */
  good: 0,
  /** Written, but some of what was given was refused, or decisions of people were lost. */
  partly: 1,
  /** The command was called in a way that it does not know. */
  usage: 2,
  /** Nothing was written: what stood there stands. */
  notWritten: 3,
  /** Another run holds the lock. */
  locked: 75,
  /** Ended by Ctrl-C. */
  interrupted: 130,
} as const;
