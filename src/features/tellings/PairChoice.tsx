import type { CoverageHead } from '../../coverage/coverage.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Pair } from '../../domain/view.ts';
import css from './tellings.module.css';

type Props = { articles: CoverageHead['articles']; pair: Pair; onChange: (pair: Pair) => void };

/** Most articles that a list to choose from can hold. */
const MOST_LISTED = 500;

/** Chooses two of several articles. To choose the article of the other side swaps the two. */
export function PairChoice({ articles, pair, onChange }: Props) {
  const [a, b] = pair;
  const listed = articles.filter(({ id }, place) => place < MOST_LISTED || id === a || id === b);
  const choice = (label: string, value: Slug, choose: (id: Slug) => void) => (
    <select
      aria-label={label}
      data-focus={`tellings:${label}`}
      onChange={(event) => choose(event.target.value)}
      value={value}
    >
      {listed.map(({ id, badge }) => (
        <option key={id} value={id}>
          {badge}
        </option>
      ))}
      {articles.length > MOST_LISTED && (
        <option disabled>{articles.length - listed.length} more are chosen by a link</option>
      )}
    </select>
  );
  return (
    <div aria-label="Articles to compare" className={css.pair} role="group">
      {choice('First article', a, (id) => onChange([id, id === b ? a : b]))}
      <span>beside</span>
      {choice('Second article', b, (id) => onChange([id === a ? b : a, id]))}
    </div>
  );
}
