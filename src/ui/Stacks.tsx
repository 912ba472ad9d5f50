import css from './ui.module.css';

/** A letter with more than four marks, as a group, so that a text can be split at it. Characters of no width do not part its marks. */
const STACK = /((?:^|[^\p{M}\u200B-\u200F\u2060-\u206F\uFEFF])(?:[\u200B-\u200F\u2060-\u206F\uFEFF]*\p{M}){5,})/u;

/**
 * The clip path of a label in a drawing: of one whose marks pile up, what lies within its line is seen. None for any other text.
 * `baseline` and `size` (of the font) are in units of the drawing's view box, as is `more`, the height of further lines; the label must
 * not be moved by a transform.
 */
export function lineClip(text: string, baseline: number, size: number, more = 0): string | undefined {
  if (!STACK.test(text)) return undefined;
  const [top, bottom] = [baseline - 1.1 * size, baseline + more + 0.4 * size].map(Math.round);
  return `polygon(-9999px ${top}px, 9999px ${top}px, 9999px ${bottom}px, -9999px ${bottom}px) view-box`;
}

/** A text in which letters with piled marks are cut off where their line ends. The text itself stays as it is. */
export function Stacks({ text }: { text: string }) {
  if (!STACK.test(text)) return text;
  return text.split(STACK).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order
      <span className={css.stack} key={index}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
