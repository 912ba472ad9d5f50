import { type ChangeEvent, useState } from 'react';
import ui from '../../ui/ui.module.css';
import css from './opening.module.css';
import { PASTED } from './pasted.ts';

type Props = { onFiles: (files: { name: string; file: Blob }[]) => void };

/** The ways to open a corpus: choose files, drop them, or paste the text of one. */
export function WaysIn({ onFiles }: Props) {
  const [pasted, setPasted] = useState('');
  const onChosen = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(currentTarget.files ?? [])].map((file) => ({ name: file.name, file }));
    // Emptied, or choosing the same file once more would be no change.
    currentTarget.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <div className={css.ways}>
      <p>
        <label className={css.choose}>
          Choose a corpus file
          <input accept=".json,application/json" multiple onChange={onChosen} type="file" />
        </label>{' '}
        or drop it anywhere on the page. Nothing leaves this browser: the file is read here and sent nowhere.
      </p>
      <details>
        <summary>Paste its text</summary>
        <textarea
          aria-label="Paste a corpus"
          onChange={({ currentTarget }) => setPasted(currentTarget.value)}
          placeholder={'{ "schemaVersion": 2, …'}
          rows={5}
          spellCheck={false}
          value={pasted}
        />
        <button
          className={ui.button}
          disabled={pasted.trim() === ''}
          onClick={() => onFiles([{ name: PASTED, file: new Blob([pasted]) }])}
          type="button"
        >
          Open the pasted text
        </button>
      </details>
    </div>
  );
}
