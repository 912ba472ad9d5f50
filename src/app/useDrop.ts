import { useEffect, useState } from 'react';
import { PASTED } from '../features/opening/pasted.ts';
import { isTyping } from './focus.ts';
import type { Files } from './openWays.ts';

const textFile = (text: string): Files => (text.trim() === '' ? [] : [{ name: PASTED, file: new Blob([text]) }]);

/** What was dropped or pasted: its files, or its text as one. */
function filesOf(data: DataTransfer | null): Files {
  const files = [...(data?.files ?? [])].map((file) => ({ name: file.name, file }));
  return files.length > 0 ? files : textFile(data?.getData('text/plain') ?? '');
}

/**
 * Takes files and text that are dropped or pasted anywhere on the page, except into a field. True while something is held over it.
 */
export function useDrop(takes: boolean, onFiles: (files: Files) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!takes) return;
    // Words that are dragged from one place of the page to another are nobody's file.
    let own = false;
    const onStart = () => {
      own = true;
    };
    const onEnd = () => {
      own = false;
    };
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain')) return;
      if (own || isTyping(event.target)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onOut = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (own || isTyping(event.target)) return;
      event.preventDefault();
      const files = filesOf(event.dataTransfer);
      if (files.length > 0) onFiles(files);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const files = filesOf(event.clipboardData);
      if (files.length > 0) onFiles(files);
    };
    document.addEventListener('dragstart', onStart);
    document.addEventListener('dragend', onEnd);
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onOut);
    document.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('dragstart', onStart);
      document.removeEventListener('dragend', onEnd);
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onOut);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, [takes, onFiles]);
  return over;
}
