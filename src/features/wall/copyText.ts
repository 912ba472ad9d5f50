import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import { copiedNote } from '../../domain/signWords.ts';
import { type Card, tellingName } from './model.ts';

const CERTAINTY = {
  named: 'speaker named in the sentence',
  resolved: 'speaker resolved from other words',
  unresolved: 'speaker unresolved',
};

/**
 * A quotation as it leaves the desk: the words, who said them in what way, who carried them, where they stand, how sure the speaker
 * is, and the link; and, of what a machine read, that it did. Words in quotation marks are exactly the article's; the rest stands without marks.
 */
export function copyText(card: Card, whole: Dataset, link: string): string {
  const words = card.pieces
    .map(({ text, quoted, gap }) => `${gap ? '… ' : ''}${quoted ? `“${text}”` : text}`)
    .join(' ');
  const name = (id: string) => actorName(whole, id);
  const told = card.tellings.map(
    ({ article, statement }) =>
      `${itemById(whole.articles, article)?.badge ?? article}: ${tellingName(statement, whole)}`,
  );
  const speaker = card.differ
    ? told.join(', ')
    : card.speaker === null
      ? card.sourceWords === null
        ? 'nobody named'
        : `“${card.sourceWords}”`
      : name(card.speaker);
  const articles = card.tellings.map(({ article }) => {
    const found = itemById(whole.articles, article);
    return found ? `${found.badge}: “${found.headline}”` : article;
  });
  const note = copiedNote(
    card.tellings.map(({ statement }) => statement.mark),
    card.speaker !== null,
  );
  return [
    `${words}${card.cutOff ? ' … [cut off in the article]' : ''}`,
    `— ${[speaker, card.cue].filter((part) => part !== '').join(', ')}${card.relay === null ? '' : `, as told by ${name(card.relay)}`}`,
    `${articles.length > 1 ? 'Articles' : 'Article'} ${articles.join('; ')}`,
    `Certainty: ${CERTAINTY[card.certainty]}${card.candidates.length > 0 ? `; candidates: ${card.candidates.map(name).join(', ')}` : ''}`,
    link,
    ...(note === null ? [] : [note]),
  ].join('\n');
}
