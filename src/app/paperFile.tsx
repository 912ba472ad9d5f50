import { EDITION } from '../coverage/answers/edition.ts';
import type { Desk } from '../coverage/desk.ts';
import { fileName, provenanceOf } from '../exports/provenance.ts';
import PaperEdition from '../features/paper/PaperEdition.tsx';
import { download } from '../ui/download.ts';
import { drawInto } from './drawInto.ts';
import { printedView } from './printedView.ts';

/**
 * The paper edition of what a desk shows as one HTML file that opens from a disk without a network: `name` to save it as, `text` to write
 * into it. Import this file when it is asked for, not before, and call it outside of what React draws.
 *
 * @throws TypeError when a font cannot be fetched
 */
export async function paperFile(desk: Desk): Promise<{ name: string; text: string }> {
  const exported = printedView(desk);
  const [{ htmlFile }, edition] = await Promise.all([import('../exports/htmlFile.ts'), desk.ask(EDITION, null)]);
  const host = document.createElement('div');
  const undraw = drawInto(host, <PaperEdition edition={edition} exported={exported} />);
  try {
    const [page] = host.children;
    if (!page) throw new Error('the paper edition was not drawn');
    return {
      name: fileName(exported, 'paper', 'html'),
      text: await htmlFile(page, provenanceOf(exported, edition.shown)),
    };
  } finally {
    undraw();
  }
}

/** Gives the reader the paper edition as a file to keep. */
export async function savePaperFile(desk: Desk): Promise<void> {
  const { name, text } = await paperFile(desk);
  download(name, text, 'text/html');
}
