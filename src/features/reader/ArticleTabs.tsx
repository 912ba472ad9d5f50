import type { PassageAnswer } from '../../coverage/answers/passage.ts';
import { PASSAGE_COUNTS } from '../../coverage/answers/passageCounts.ts';
import type { Desk } from '../../coverage/desk.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Opened } from '../../domain/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import ui from '../../ui/ui.module.css';
import { Words } from '../../ui/Words.tsx';
import css from './reader.module.css';

/** What of an article is shown while a passage is: around a place, or as the passage and the beginning have it. */
export type ShownPart = { article: Slug; at: number | null };

type Props = {
  desk: Desk;
  passage: PassageAnswer;
  article: Slug;
  onStep: (opened: Opened) => void;
  onShow: (part: ShownPart) => void;
};

/** Most articles that have a tab each; more of them stand in a list to choose from. */
const TABS = 12;

/** The articles with how many passages each has, and the same words in another one. */
export function ArticleTabs({ desk, passage, article, onStep, onShow }: Props) {
  const { articles } = desk.head;
  const { list, other } = passage;
  const counts = new Map(desk.answer(PASSAGE_COUNTS, { mark: list }).map((one) => [one.article, one]));
  const counted = (id: Slug) => {
    const count = counts.get(id)?.passages ?? 0;
    return `${count} ${count === 1 ? 'passage' : 'passages'}`;
  };
  const choose = (id: Slug) => {
    const first = counts.get(id)?.first;
    if (first) onStep(first);
    else onShow({ article: id, at: null });
  };
  return (
    <div aria-label="Articles" className={css.tabs} role="group">
      {articles.length > TABS ? (
        <select
          aria-label="Article"
          data-focus="reader:article"
          onChange={(event) => choose(event.target.value)}
          value={article}
        >
          {articles.map(({ id, badge }) => (
            <option key={id} value={id}>
              {badge}, {counted(id)}
            </option>
          ))}
        </select>
      ) : (
        articles.map(({ id, badge }, place) => (
          <button
            aria-pressed={article === id}
            data-focus={`reader:article:${id}`}
            key={id}
            onClick={() => choose(id)}
            type="button"
          >
            <Badge place={place} text={badge} /> {counted(id)}
          </button>
        ))
      )}
      {other && (
        <button
          className={`${ui.button} ${css.version}`}
          data-focus="reader:version"
          onClick={() => desk.onOpen(other.opened)}
          type="button"
        >
          <Icon name="swap" size={14} /> Same words in <Words>{other.badge}</Words>
        </button>
      )}
    </div>
  );
}
