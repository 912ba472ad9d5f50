import type { Corpus } from '../../src/domain/corpus.ts';
import { STATEMENTS_EACH } from './hostileCorpora.ts';
import type { Place } from './places.ts';

/** A mark in the reader, with the strings that stand there. */
type OpenedMark = { link: string; places: (Omit<Place, 'given'> & { given: string[] })[] };

const FACTS = '[aria-label="Reader"] bdi';

/** The paragraphs of an article as the reader draws them: without the blank lines between. */
const paragraphs = (text: string) => text.split(/[\r\n]+/).filter((line) => line.trim() !== '');

/** What the reader shows of the marks of one string: a statement, a tie, a venue, an event and a flag. */
export function openedMarks(corpus: Corpus, index: number): OpenedMark[] {
  const article = corpus.articles[index];
  const statement = corpus.statements[index * STATEMENTS_EACH];
  const open = corpus.statements[index * STATEMENTS_EACH + 1];
  const relation = corpus.relations[index];
  const venue = corpus.venues[index];
  const event = corpus.events[index];
  const flag = corpus.flags[index];
  if (!article || !statement || !open || !relation || !venue || !event || !flag) return [];
  const facts = (field: string, ...given: string[]) => ({ field, at: FACTS, as: 'text' as const, given });
  const because = statement.speaker.status === 'resolved' ? statement.speaker.because.map(({ exact }) => exact) : [];
  return [
    {
      link: `?open=${statement.id}`,
      places: [
        facts('articles[].headline', article.headline),
        facts('articles[].publisher', article.publisher ?? ''),
        facts('statements[].speaker.because[].exact', ...because),
        facts('flags[].note', flag.note),
        {
          field: 'articles[].text',
          at: '[aria-label="Text of the article"] p',
          as: 'text',
          given: paragraphs(article.text),
        },
      ],
    },
    {
      link: `?open=${open.id}`,
      places: [facts('statements[].speaker.reason', open.speaker.status === 'unresolved' ? open.speaker.reason : '')],
    },
    { link: `?open=${relation.id}`, places: [facts('relations[].summary', relation.summary)] },
    { link: `?open=${venue.place}`, places: [facts('venues[].attributedTo', venue.attributedTo)] },
    {
      link: `?open=${event.id}`,
      places: [facts('events[].label', event.label), facts('events[].surface', event.surface)],
    },
    {
      link: `?open=${flag.id}`,
      places: [
        facts('flags[].note', flag.note),
        ...flag.spans.map(({ exact }) => ({
          field: 'flags[].spans[].exact',
          at: '[aria-label="Text of the article"]',
          as: 'part' as const,
          given: paragraphs(exact),
        })),
      ],
    },
  ];
}
