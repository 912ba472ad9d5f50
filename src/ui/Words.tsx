import { Isolated } from './Isolated.tsx';
import { Stacks } from './Stacks.tsx';
import css from './ui.module.css';

/** Latin letters, digits and punctuation: nothing in it is unseen, turns a direction or piles up. */
const ORDINARY = /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027]*$/;
/** Text with something to see, or nothing but space. */
const SEEN = /[^\s\u2800\p{Cc}\p{Default_Ignorable_Code_Point}]|^[ \t\r\n]*$/u;
/** Most code points that are named of a text without anything to see. */
const MOST_CODES = 8;

function codesOf(text: string): string {
  const codes = Array.from(text, (character) => {
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `U+${code}`;
  });
  return codes.slice(0, MOST_CODES).join(' ') + (codes.length > MOST_CODES ? ' …' : '');
}

/**
 * Text that came from a corpus or a link, isolated so that its direction cannot reorder what stands around it. Where nothing of it could
 * be seen, its code points are shown by the style sheet; the text itself is always exactly what was given.
 */
export function Words({ children }: { children: string }) {
  if (ORDINARY.test(children)) return <bdi>{children}</bdi>;
  if (!SEEN.test(children))
    return (
      <bdi className={css.codes} data-codes={codesOf(children)}>
        {children}
      </bdi>
    );
  return (
    <Isolated text={children}>
      <Stacks text={children} />
    </Isolated>
  );
}
