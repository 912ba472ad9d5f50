import { actorName, type Dataset } from '../../domain/corpus.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Disagreement, Voice } from '../tellings/disagreement.ts';
import type { Card } from '../wall/model.ts';
import lines from './lines.module.css';
import css from './open.module.css';
import { badgeOf } from './scenes.ts';

/** Words whose speaker the articles leave open, and who it may be. */
export function UnsettledScene({ whole, card }: { whole: Dataset; card: Card }) {
  const length = card.pieces.reduce((sum, { text }) => sum + text.length, 0);
  return (
    <div className={css.open}>
      <p className={css.openWords} data-primary="" data-short={length <= 60 ? '' : undefined}>
        {card.pieces.map(({ text, quoted, gap }, index) => (
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
          {card.candidates.map((id) => (
            <li key={id}>
              <Words>{actorName(whole, id)}</Words>?
            </li>
          ))}
        </ul>
        <p>
          Article{card.tellings.length > 1 ? 's' : ''}{' '}
          {card.tellings.map(({ article }) => (
            <Badge key={article} {...badgeOf(whole, article)} />
          ))}
          {card.sourceWords !== null && (
            <>
              {' '}
              only {card.tellings.length > 1 ? 'say' : 'says'} “<Words>{card.sourceWords}</Words>”
            </>
          )}
        </p>
      </div>
    </div>
  );
}

const ABOUT: Record<Disagreement['about'], string> = {
  speaker: 'The same words, another speaker',
  day: 'Two days for one event',
  contradiction: 'Two sentences that cannot both hold',
  spelling: 'Two spellings',
};

/** What two articles do not tell alike, side by side. */
export function TellingsScene({
  whole,
  disagreement,
  articles,
}: {
  whole: Dataset;
  disagreement: Disagreement;
  articles: [string, string];
}) {
  const { about, what, a, b } = disagreement;
  return (
    <div className={css.open}>
      <p className={lines.kicker}>{ABOUT[about]}</p>
      <p className={css.openWords} data-primary="" data-long="">
        {about === 'speaker' ? '“' : ''}
        <Words>{what}</Words>
        {about === 'speaker' ? '”' : ''}
      </p>
      <div className={css.voices}>
        {a.map((voice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the voices of a disagreement never change their order
          <VoiceOf article={articles[0]} key={`a${index}`} voice={voice} whole={whole} />
        ))}
        {b.map((voice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the voices of a disagreement never change their order
          <VoiceOf article={articles[1]} key={`b${index}`} voice={voice} whole={whole} />
        ))}
      </div>
    </div>
  );
}

function VoiceOf({ whole, article, voice: { words, remark } }: { whole: Dataset; article: string; voice: Voice }) {
  return (
    <div>
      <Badge {...badgeOf(whole, article)} />
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
