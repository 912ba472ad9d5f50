import type { SceneArticle } from '../../coverage/answers/sceneContents.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Words } from '../../ui/Words.tsx';
import lines from './lines.module.css';

/** Where words stand: the letter of the article alone says nothing from afar. `more`: in how many other articles they stand, too. */
export function ArticleName({
  article: { headline, publisher, ...badge },
  more = 0,
}: {
  article: SceneArticle;
  more?: number;
}) {
  return (
    <p className={lines.article}>
      <Badge {...badge} /> <Words>{headline}</Words>,{' '}
      {publisher === null ? 'publisher unknown' : <Words>{publisher}</Words>}
      {more > 0 && `, and ${more} more ${more === 1 ? 'article' : 'articles'}`}
    </p>
  );
}
