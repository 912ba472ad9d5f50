import type { Scene } from '../../coverage/answers/scenes.ts';
import type { BaseMap } from '../../draw/baseMap.ts';
import { Words } from '../../ui/Words.tsx';
import lines from './lines.module.css';
import { TellingsScene, UnsettledScene } from './OpenScenes.tsx';
import css from './open.module.css';
import { QuoteScene } from './QuoteScene.tsx';
import { TiesScene } from './TiesScene.tsx';
import { VenueScene } from './VenueScene.tsx';

type Props = { scene: Scene; map: BaseMap | null; portrait: boolean };

/** What one scene shows. */
export function SceneContent({ scene, map, portrait }: Props) {
  const { content } = scene;
  switch (content.kind) {
    case 'quote':
      return <QuoteScene content={content} />;
    case 'venue':
      return <VenueScene content={content} map={map} portrait={portrait} />;
    case 'ties':
      return <TiesScene content={content} />;
    case 'unsettled':
      return <UnsettledScene content={content} />;
    case 'tellings':
      return <TellingsScene content={content} />;
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
