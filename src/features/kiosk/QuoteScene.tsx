import type { QuoteContent } from '../../coverage/answers/sceneContents.ts';
import { Sign } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import { ArticleName } from './ArticleName.tsx';
import lines from './lines.module.css';
import css from './quote.module.css';

/** Direct words of one speaker, as large as they fit. A speaker that a machine found and nobody has checked is said to be one before anything else. */
export function QuoteScene({ content }: { content: QuoteContent }) {
  const { words, speaker, role, relay, resolved, article, checked } = content;
  const open = checked === false;
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
          {checked !== null && <Sign checked={checked} size={36} />}
          <Words>{speaker}</Words>
        </b>
        {open && <p className={lines.caveat}>Speaker found by a machine, not checked by a person.</p>}
        {(role || relay || resolved) && (
          <p>
            {role && <Words>{role}</Words>}
            {relay && (
              <>
                {role && ', '}as told by <Words>{relay}</Words>
              </>
            )}
            {resolved && `${role || relay ? ', ' : ''}speaker resolved from other words`}
          </p>
        )}
        <ArticleName article={article} />
      </div>
    </>
  );
}
