import type { Card } from '../../coverage/answers/cards.ts';
import type { CoverageHead } from '../../coverage/coverage.ts';
import { copiedNote } from '../../domain/signWords.ts';

const CERTAINTY = {
  named: 'speaker named in the sentence',
  resolved: 'speaker resolved from other words',
  unresolved: 'speaker unresolved',
};

/**
 * A quotation as it leaves the desk: the words, who said them in what way, who carried them, where they stand, how sure the speaker
 * is, and the link; and, of what a machine read, that it did. Words in quotation marks are exactly the article's; the rest stands without marks.
 */
export function copyText(card: Card, head: CoverageHead, link: string): string {
  const words = card.pieces
    .map(({ text, quoted, gap }) => `${gap ? '… ' : ''}${quoted ? `“${text}”` : text}`)
    .join(' ');
  const speaker = card.differ
    ? card.tellings.map(({ badge, name }) => `${badge.text}: ${name}`).join(', ')
    : card.speaker === null
      ? card.sourceWords === null
        ? 'nobody named'
        : `“${card.sourceWords}”`
      : card.speaker.name;
  const articles = card.tellings.map(({ article, badge }) => {
    const found = head.articles.find(({ id }) => id === article);
    return found ? `${found.badge}: “${found.headline}”` : badge.text;
  });
  const note = copiedNote(
    card.tellings.map(({ mark }) => mark),
    card.speaker !== null,
  );
  const candidates = card.candidates.map(({ name }) => name).join(', ');
  return [
    `${words}${card.cutOff ? ' … [cut off in the article]' : ''}`,
    `— ${[speaker, card.cue].filter((part) => part !== '').join(', ')}${card.relay === null ? '' : `, as told by ${card.relay.name}`}`,
    `${articles.length > 1 ? 'Articles' : 'Article'} ${articles.join('; ')}`,
    `Certainty: ${CERTAINTY[card.certainty]}${candidates === '' ? '' : `; candidates: ${candidates}`}`,
    link,
    ...(note === null ? [] : [note]),
  ].join('\n');
}
