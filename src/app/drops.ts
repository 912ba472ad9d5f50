import { PASTED } from '../features/opening/pasted.ts';
import { isTyping } from '../ui/typing.ts';
import type { Files } from './openWays.ts';

const textFile = (text: string): Files => (text.trim() === '' ? [] : [{ name: PASTED, file: new Blob([text]) }]);

/** What was dropped or pasted: its files, or its text as one. */
function filesOf(data: DataTransfer | null): Files {
  const files = [...(data?.files ?? [])].map((file) => ({ name: file.name, file }));
  return files.length > 0 ? files : textFile(data?.getData('text/plain') ?? '');
}

/**
 * Listens for files and text that are dropped or pasted anywhere on the page, except into a field; `onOver` is told whether something is
 * held over it. The answer ends that.
 */
export function listenForDrops(onFiles: (files: Files) => void, onOver: (over: boolean) => void): () => void {
  // Words that are dragged from one place of the page to another are nobody's file.
  let own = false;
  const away = new AbortController();
  const listen = <T extends keyof DocumentEventMap>(type: T, act: (event: DocumentEventMap[T]) => void) =>
    document.addEventListener(type, act, { signal: away.signal });
  const take = (event: Event, data: DataTransfer | null) => {
    if (own || isTyping(event.target)) return;
    const files = filesOf(data);
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
  listen('dragstart', () => {
    own = true;
  });
  listen('dragend', () => {
    own = false;
  });
  listen('dragover', (event) => {
    const types = event.dataTransfer?.types ?? [];
    if (own || isTyping(event.target) || !types.some((type) => type === 'Files' || type === 'text/plain')) return;
    event.preventDefault();
    onOver(true);
  });
  listen('dragleave', ({ relatedTarget }) => relatedTarget === null && onOver(false));
  listen('drop', (event) => {
    onOver(false);
    take(event, event.dataTransfer);
  });
  listen('paste', (event) => take(event, event.clipboardData));
  return () => away.abort();
}
