import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import { isChecked } from '../../domain/mark.ts';
import { hasSigns } from '../../domain/signs.ts';
import { type Statement, speakerOf } from '../../domain/statement.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import lines from './lines.module.css';
import css from './quote.module.css';
import { badgeOf } from './scenes.ts';

/** Direct words of one speaker, as large as they fit. A speaker that a machine found and nobody has checked is said to be one before anything else. */
export function QuoteScene({ whole, statement, words }: { whole: Dataset; statement: Statement; words: string }) {
  const id = speakerOf(statement) ?? '';
  const role = itemById(whole.actors, id)?.role?.text ?? null;
  const { speaker, relay, content, mark } = statement;
  const signed = hasSigns(whole);
  const open = signed && !isChecked(mark);
  const badge = badgeOf(whole, content[0]?.article ?? '');
  const size = words.length <= 60 ? 'short' : words.length <= 100 ? 'middle' : 'long';
  return (
    <>
      <div className={css.quote} data-open={open ? '' : undefined}>
        <span aria-hidden="true" className={css.openMark}>
          “
        </span>
        <blockquote data-primary="" data-size={size}>
          <Words>{words}</Words>
          <span className={css.closeMark}>”</span>
        </blockquote>
      </div>
      <div className={lines.who} data-open={open ? '' : undefined}>
        <b>
          {signed && <Sign checked={!open} size={36} />}
          <Words>{actorName(whole, id)}</Words>
        </b>
        {open && <p className={lines.caveat}>Speaker found by a machine, not checked by a person.</p>}
        <p>
          {role && (
            <>
              <Words>{role}</Words>,{' '}
            </>
          )}
          {relay && (
            <>
              as told by <Words>{actorName(whole, relay.actor)}</Words>,{' '}
            </>
          )}
          quoted in article <Badge {...badge} />
          {speaker.status === 'resolved' && ', speaker resolved from other words'}
        </p>
      </div>
    </>
  );
}
