import { Stacks } from './Stacks.tsx';
import css from './verbatim.module.css';

type Part = { start: number; text: string; unseen: { code: string; name: string; times: number } | null };

/**
 * Pieces of a text exactly as they are, where what cannot be seen gets a tag with its code point. The tag comes from the style sheet:
 * what is read, found and copied is the text. Each tag is a box of its own, so that a control turns nothing around it.
 */
export function Verbatim({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ start, text, unseen }) => {
    if (unseen === null) return <Stacks key={start} text={text} />;
    const code = unseen.times === 1 ? unseen.code : `${unseen.code} ×${unseen.times}`;
    return (
      <bdi
        aria-label={`${code} ${unseen.name}`}
        className={css.unseen}
        data-unseen={code}
        key={start}
        role="img"
        title={`${code} ${unseen.name}`}
      >
        {text}
      </bdi>
    );
  });
}
