// @ts-check

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** All in milliseconds. */
export const LIMITS = {
  /** How long a start may take until its first beat. */
  start: 30 * SECOND,
  /** How long a running page may be silent at most, and always in its first minute. */
  longest: 15 * SECOND,
  /** How long it may be silent at least, however fast it beats. */
  shortest: 3 * SECOND,
  /** For how long the gaps between beats are remembered, and how long a page has to run until they count. */
  memory: MINUTE,
  /** After so much time with beats, what went wrong before is forgotten. */
  good: 10 * MINUTE,
  /**
   * The pause before the first start. Chromium gives a page that is taken away half a second to finish, also one that hangs, and
   * puts a page of the same site that comes earlier into the same process, where it would hang, too.
   */
  firstPause: 800,
  /** The pause before the second start in a row; it doubles from there. */
  pause: 5 * SECOND,
  longestPause: 5 * MINUTE,
};

/**
 * How long to wait before the next start. The first comes nearly at once; then the pause doubles, so that a page that cannot run
 * does not keep the machine busy.
 *
 * @param {number} before how many starts in a row have failed before this one
 */
export function pauseAfter(before) {
  return before === 0 ? LIMITS.firstPause : Math.min(LIMITS.pause * 2 ** (before - 1), LIMITS.longestPause);
}

/**
 * What the shell knows of the page that it holds, as numbers alone: no clock, no timer, no page. It is told how much time has
 * passed, that a beat came and that the page was lost, and says in `state` what is to be done: a page is held while it is
 * `starting` or `beating`, and none while `pausing`.
 */
export class Pulse {
  /** @type {'pausing' | 'starting' | 'beating'} */
  state = 'starting';
  /** How often a page was given up since the shell was opened. */
  losses = 0;
  /** Milliseconds until the next start, while pausing. */
  left = 0;

  /** Losses in a row, for the pauses. */
  #inRow = 0;
  /** Milliseconds since the last beat, or since the start. */
  #silent = 0;
  /** Milliseconds from the first to the last beat of this page. */
  #ran = 0;
  /** @type {{ at: number, gap: number }[]} */
  #gaps = [];

  /** How long the page may be silent now: three of its widest gaps of the last minute, so that a slow machine gets more time. */
  get limit() {
    if (this.state === 'starting') return LIMITS.start;
    if (this.#ran < LIMITS.memory) return LIMITS.longest;
    const widest = Math.max(...this.#gaps.map(({ gap }) => gap));
    return Math.min(Math.max(3 * widest, LIMITS.shortest), LIMITS.longest);
  }

  /**
   * Time has passed in which the shell was awake and on the screen.
   *
   * @param {number} milliseconds
   */
  passed(milliseconds) {
    if (this.state === 'pausing') {
      this.left -= milliseconds;
      if (this.left <= 0) this.#start();
      return;
    }
    this.#silent += milliseconds;
    if (this.#silent >= this.limit) this.lost();
  }

  /** A beat came from the page. */
  beat() {
    if (this.state === 'pausing') return;
    if (this.state === 'beating') {
      this.#ran += this.#silent;
      if (this.#ran >= LIMITS.good) this.#inRow = 0;
      this.#gaps.push({ at: this.#ran, gap: this.#silent });
      this.#gaps = this.#gaps.filter(({ at }) => this.#ran - at < LIMITS.memory);
    }
    this.state = 'beating';
    this.#silent = 0;
  }

  /** The page is gone or does not answer: it has to be let go. */
  lost() {
    if (this.state === 'pausing') return;
    this.state = 'pausing';
    this.left = pauseAfter(this.#inRow);
    this.#inRow += 1;
    this.losses += 1;
  }

  /** Somebody asks for a new page by hand: at once, and what went wrong before is forgotten. */
  again() {
    this.state = 'pausing';
    this.left = LIMITS.firstPause;
    this.#inRow = 0;
  }

  #start() {
    this.state = 'starting';
    this.left = 0;
    this.#silent = 0;
    this.#ran = 0;
    this.#gaps = [];
  }
}
