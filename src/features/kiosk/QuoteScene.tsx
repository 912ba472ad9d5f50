import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import { type Statement, speakerOf } from '../../domain/statement.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Words } from '../../ui/Words.tsx';
import lines from './lines.module.css';
import css from './quote.module.css';
import { badgeOf } from './scenes.ts';

/** Direct words of one speaker, as large as they fit. */
export function QuoteScene({ whole, statement, words }: { whole: Dataset; statement: Statement; words: string }) {
  const id = speakerOf(statement) ?? '';
  const role = itemById(whole.actors, id)?.role?.text ?? null;
  const { speaker, relay, content } = statement;
  const badge = badgeOf(whole, content[0]?.article ?? '');
  const size = words.length <= 60 ? 'short' : words.length <= 100 ? 'middle' : 'long';
  return (
    <>
      <div className={css.quote}>
        <span aria-hidden="true" className={css.openMark}>
          “
        </span>
        <blockquote data-primary="" data-size={size}>
          <Words>{words}</Words>
          <span className={css.closeMark}>”</span>
        </blockquote>
      </div>
      <div className={lines.who}>
        <b>
          <Words>{actorName(whole, id)}</Words>
        </b>
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
