import { type Exported, fileName, provenanceOf } from '../exports/provenance.ts';
import PaperEdition from '../features/paper/PaperEdition.tsx';
import { download } from '../ui/download.ts';
import { drawInto } from './drawInto.ts';

/**
 * The paper edition of a view as one HTML file that opens from a disk without a network: `name` to save it as, `text` to write into it.
 * Import this file when it is asked for, not before, and call it outside of what React draws.
 *
 * @throws TypeError when a font cannot be fetched
 */
export async function paperFile(exported: Exported): Promise<{ name: string; text: string }> {
  const { htmlFile } = await import('../exports/htmlFile.ts');
  const host = document.createElement('div');
  const undraw = drawInto(host, <PaperEdition exported={exported} />);
  try {
    const [edition] = host.children;
    if (!edition) throw new Error('the paper edition was not drawn');
    return { name: fileName(exported, 'paper', 'html'), text: await htmlFile(edition, provenanceOf(exported)) };
  } finally {
    undraw();
  }
}

/** Gives the reader the paper edition as a file to keep. */
export async function savePaperFile(exported: Exported): Promise<void> {
  const { name, text } = await paperFile(exported);
  download(name, text, 'text/html');
}
