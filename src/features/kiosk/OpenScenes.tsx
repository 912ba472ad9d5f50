import type { TellingsContent, UnsettledContent } from '../../coverage/answers/sceneContents.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Words } from '../../ui/Words.tsx';
import { ArticleName } from './ArticleName.tsx';
import lines from './lines.module.css';
import css from './open.module.css';

/** Words whose speaker the articles leave open, and who it may be. */
export function UnsettledScene({ content }: { content: UnsettledContent }) {
  const { pieces, candidates, article, more, sourceWords } = content;
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  return (
    <div className={css.open}>
      <p className={css.openWords} data-primary="" data-short={length <= 60 ? '' : undefined}>
        {pieces.map(({ text, quoted, gap }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a statement never change their order
          <span data-quoted={quoted ? '' : undefined} key={index}>
            {gap && '… '}
            {quoted && '“'}
            <Words>{text}</Words>
            {quoted && '”'}{' '}
          </span>
        ))}
      </p>
      <div className={`${lines.who} ${css.below}`}>
        <b>Who says it is not settled</b>
        <ul className={css.candidatePills}>
          {candidates.map(({ id, name }) => (
            <li key={id}>
              <Words>{name}</Words>?
            </li>
          ))}
        </ul>
        {sourceWords !== null && (
          <p>
            The speaker is only called “<Words>{sourceWords}</Words>”
          </p>
        )}
        <ArticleName article={article} more={more} />
      </div>
    </div>
  );
}

const ABOUT: Record<TellingsContent['about'], string> = {
  speaker: 'The same words, another speaker',
  day: 'Two days for one event',
  contradiction: 'Two sentences that cannot both hold',
};

/** What two articles do not tell alike, side by side. */
export function TellingsScene({ content: { about, what, voices } }: { content: TellingsContent }) {
  return (
    <div className={css.open}>
      <p className={lines.kicker}>{ABOUT[about]}</p>
      <p className={css.openWords} data-primary="" data-long="">
        {about === 'speaker' ? '“' : ''}
        <Words>{what}</Words>
        {about === 'speaker' ? '”' : ''}
      </p>
      <div className={css.voices}>
        {voices.map((voice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the voices of a disagreement never change their order
          <VoiceOf key={index} voice={voice} />
        ))}
      </div>
    </div>
  );
}

function VoiceOf({ voice: { words, remark, badge } }: { voice: TellingsContent['voices'][number] }) {
  return (
    <div>
      <Badge {...badge} />
      <p>
        {words !== null && (
          <b>
            “<Words>{words}</Words>”{' '}
          </b>
        )}
        {remark.map((part) => (typeof part === 'string' ? part : <Words key={part.name}>{part.name}</Words>))}
      </p>
    </div>
  );
}
