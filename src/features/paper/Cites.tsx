import type { PrintedVoice } from '../../coverage/answers/editionStatements.ts';
import type { Cite, Note, NoteSource } from '../../coverage/answers/footnotes.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './paper.module.css';

const citeId = ({ note, at }: Cite) => `cite-${note}-${at}`;
const noteId = (note: number) => `note-${note}`;

/** Numbers that lead to footnotes. */
export function Cites({ cites }: { cites: Cite[] }) {
  return (
    <sup className={css.cites}>
      {cites.map((cite, index) => (
        <span key={citeId(cite)}>
          {index > 0 && ', '}
          <a aria-label={`Note ${cite.note}`} href={`#${noteId(cite.note)}`} id={citeId(cite)}>
            {cite.note}
          </a>
        </span>
      ))}
    </sup>
  );
}

/** The badge of the article that something stands in. */
export function InArticle({ source }: { source: NoteSource }) {
  return (
    <span className={css.badge}>
      <span className="vh">Article </span>
      <Badge place={source.place} text={source.badge} />
    </span>
  );
}

/** Whom words are attributed to, as the article or the coverage settles it, and no further. */
export function Named({ voice }: { voice: PrintedVoice }) {
  if ('actor' in voice) return <Words>{voice.actor}</Words>;
  if (voice.words === null) return 'nobody named';
  return (
    <>
      “<Words>{voice.words}</Words>”
    </>
  );
}

/** A footnote: where the words stand, the words, and the ways back. */
export function NoteItem({ note }: { note: Note }) {
  const [first, last] = note.paragraphs;
  return (
    <li className={css.note} id={noteId(note.number)} tabIndex={-1}>
      <span className={css.number}>{note.number}</span>
      <p>
        <InArticle source={note.source} />{' '}
        <span className={css.paragraph}>
          ¶&nbsp;{first}
          {last > first && `–${last}`}
        </span>{' '}
        <span className={css.exact}>
          <Words>{note.exact}</Words>
        </span>{' '}
        <span className={css.back}>
          {Array.from({ length: note.cited }, (_, index) => {
            const cite = { note: note.number, at: index + 1 };
            return (
              <a
                aria-label={`Back to citing ${cite.at} of note ${note.number}`}
                href={`#${citeId(cite)}`}
                key={cite.at}
              >
                {cite.at === 1 ? 'back' : cite.at}
              </a>
            );
          })}
        </span>
      </p>
    </li>
  );
}
