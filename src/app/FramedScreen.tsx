import ui from '../ui/ui.module.css';
import { encodeLink, type LinkState } from '../url/link.ts';
import css from './app.module.css';
import { Masthead } from './Masthead.tsx';

/** All that is shown of a view in a frame where it may not be: the way to the same view in a tab of its own. */
export default function FramedScreen({ state }: { state: LinkState }) {
  const query = encodeLink({ ...state, rest: [] });
  const link = query === '' ? '.' : `?${query}`;
  return (
    <>
      <Masthead />
      <main className={css.message}>
        <h1>This view is not shown inside another page.</h1>
        <a className={ui.button} href={link} rel="noopener noreferrer" target="_blank">
          Open it in a new tab
        </a>
      </main>
    </>
  );
}
