import type { Dataset } from '../../domain/corpus.ts';
import type { BaseMap } from '../../draw/baseMap.ts';
import { Words } from '../../ui/Words.tsx';
import type { VenueRow } from '../venues/model.ts';
import lines from './lines.module.css';
import { TellingsScene, UnsettledScene } from './OpenScenes.tsx';
import css from './open.module.css';
import { QuoteScene } from './QuoteScene.tsx';
import type { Scene } from './scenes.ts';
import { TiesScene } from './TiesScene.tsx';
import { VenueScene } from './VenueScene.tsx';

type Props = { whole: Dataset; scene: Scene; rows: VenueRow[]; map: BaseMap | null; portrait: boolean };

/** What one scene shows. */
export function SceneContent({ whole, scene, rows, map, portrait }: Props) {
  const { content } = scene;
  switch (content.kind) {
    case 'quote':
      return <QuoteScene statement={content.statement} whole={whole} words={content.words} />;
    case 'venue': {
      const row = rows.find(({ place }) => place.id === content.place);
      return row ? (
        <VenueScene
          candidates={content.candidates}
          map={map}
          number={content.number}
          portrait={portrait}
          row={row}
          whole={whole}
        />
      ) : null;
    }
    case 'ties':
      return <TiesScene left={content.left} rows={content.rows} tieKind={content.tieKind} whole={whole} />;
    case 'unsettled':
      return <UnsettledScene card={content.card} whole={whole} />;
    case 'tellings':
      return <TellingsScene articles={content.articles} disagreement={content.disagreement} whole={whole} />;
    case 'words':
      return (
        <div className={css.open}>
          <p className={css.openWords} data-long="" data-primary="">
            <Words>{scene.says ?? ''}</Words>
          </p>
        </div>
      );
    case 'nothing':
      return (
        <div className={css.open}>
          <p className={css.openWords} data-primary="">
            Nothing in the coverage passes the filters of this link.
          </p>
        </div>
      );
  }
}

/** In place of a scene that could not be drawn. */
export function SceneFailed() {
  return <p className={lines.failed}>This scene could not be drawn. The next one comes by itself.</p>;
}
