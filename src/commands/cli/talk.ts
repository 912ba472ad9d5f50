import type { ReadProblem } from '../../reader/read/article.ts';

/** A stream as this command uses it: `process.stdout`, or a list of a test. */
export type Sink = { write(text: string): unknown; isTTY?: boolean; hasColors?(): boolean };

/** How a run speaks: data on the one stream, all else on the other. */
export type Talk = {
  /** Prints what was asked for. */
  data(text: string): void;
  /** Says something that a person may want to know; nothing when the run is quiet. */
  say(line: string): void;
  /** Says what went wrong, also when the run is quiet. */
  fault(line: string): void;
  /** Shows how far a long task is, on a terminal only; null takes the line away. */
  progress(line: string | null): void;
};

// Controls, and what turns the direction of writing: words from outside must not steer a terminal.
const STEERING = /(?![\t\n])\p{Cc}|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** A text from outside as a terminal may get it: line breaks and tabs stay, other controls are spelt out. */
export function printable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(STEERING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text from outside as part of one line. */
export const inLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim());

/** The beginning of a text as part of one line. */
export function clipped(text: string, length = 80): string {
  const line = inLine(text);
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** One line for a problem, as the door words its own. */
export function faultLine({ code, expected, found, where }: ReadProblem): string {
  return `${where === '' ? '' : `${inLine(where)}: `}expected ${inLine(expected)}, found ${inLine(found)} (${code})`;
}

/** Speaks to two streams. Colour is for terminals alone, and not where NO_COLOR stands. */
export function talkTo(out: Sink, err: Sink, quiet = false): Talk {
  const painted = (err.isTTY === true && err.hasColors?.()) ?? false;
  let shown = false;
  const clear = () => {
    if (shown) err.write('\r\u001B[K');
    shown = false;
  };
  return {
    data: (text) => {
      clear();
      out.write(text);
    },
    say: (line) => {
      if (quiet) return;
      clear();
      err.write(`${line}\n`);
    },
    fault: (line) => {
      clear();
      err.write(painted ? `\u001B[31m${line}\u001B[39m\n` : `${line}\n`);
    },
    progress: (line) => {
      if (quiet || err.isTTY !== true) return;
      clear();
      if (line === null) return;
      err.write(clipped(line, 78));
      shown = true;
    },
  };
}
