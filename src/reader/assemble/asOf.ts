import type { Corpus } from '../../domain/corpus.ts';
import { type Day, isDay, readEdtf } from '../../domain/edtf.ts';
import type { ReadProblem } from '../read/article.ts';
import { segment } from '../segment.ts';
import { findDates } from '../world/dates.ts';
import { clipped } from './ids.ts';
import { isEnglish, type TakenIn } from './intake.ts';

/** The day on which an article was published, when that is known to the day. */
export function dayOf(published: string | null): Day | null {
  const span = published === null ? null : readEdtf(published);
  return span?.precision === 'day' ? span.first : null;
}

const AHEAD =
  /\b(?:will|would|by|until|till|before|plan(?:s|ned)?|scheduled|set|due|expected|next|upcoming|deadline)\b[^.;]*$/i;

/** The day that words such as "Thursday" are counted from, with how it is known; a problem where nothing tells and nobody says. */
export function asOfDay(taken: readonly TakenIn[], given: Day | undefined): Corpus['asOf'] | ReadProblem {
  if (given !== undefined) {
    if (isDay(given)) return { date: given, basis: 'Given by whoever had the articles read.' };
    return { code: 'no-day', expected: 'a day such as 2019-01-10', found: `“${clipped(given, 80)}”`, where: '' };
  }
  const published = latest(
    taken.flatMap(({ article }) => {
      const date = dayOf(article.published);
      return date ? [{ date, article }] : [];
    }),
  );
  if (published) {
    const of = taken.length === 1 ? 'the article' : `${taken.length} articles`;
    const words = `The latest day of publication that ${of} carried: “${clipped(published.article.headline, 200)}”.`;
    return { date: published.date, basis: words };
  }
  const named = taken.flatMap(({ article }) =>
    (isEnglish(article) ? daysNamed(article.text) : []).map((one) => ({ ...one, article })),
  );
  const past = latest(named.filter(({ ahead }) => !ahead)) ?? latest(named);
  if (past)
    return {
      date: past.date,
      basis: `Inferred: no article carries a day of publication. The latest day that the texts write out is “${past.surface}”, in “${clipped(past.article.headline, 200)}”.`,
    };
  return {
    code: 'no-day',
    expected: 'a day that words such as “Thursday” are counted from: say on which day these articles were current',
    found: 'no day of publication, and no full date in the texts',
    where: taken[0]?.raw.from.name ?? '',
  };
}

function latest<T extends { date: Day }>(days: readonly T[]): T | undefined {
  return days.reduce<T | undefined>((best, one) => (best && best.date >= one.date ? best : one), undefined);
}

/** The days that a text writes out with their year; `ahead` says that the words before speak of what is to come. */
function daysNamed(text: string): { date: Day; surface: string; ahead: boolean }[] {
  return findDates(segment(text), null).flatMap(({ date, surface, start, certainty }) =>
    date && isDay(date) && certainty === 'stated' && /\d{4}/.test(surface)
      ? [{ date, surface, ahead: AHEAD.test(text.slice(Math.max(0, start - 60), start)) }]
      : [],
  );
}
