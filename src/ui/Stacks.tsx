import css from './ui.module.css';

/** A letter with more than four marks, as a group, so that a text can be split at it. Characters of no width do not part its marks. */
const STACK = /((?:^|[^\p{M}\u200B-\u200F\u2060-\u206F\uFEFF])(?:[\u200B-\u200F\u2060-\u206F\uFEFF]*\p{M}){5,})/u;

/** Whether marks pile up on a letter of a text, so high that they would leave their line. */
export const isStacked = (text: string) => STACK.test(text);

/** A text in which letters with piled marks are cut off where their line ends. The text itself stays as it is. */
export function Stacks({ text }: { text: string }) {
  if (!isStacked(text)) return text;
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
