import { useEffect, useRef, useState } from 'react';
import type { Picture, PictureFormat } from '../../exports/picture.ts';
import { PICTURES, type PictureId, pictureElement } from '../../exports/pictureList.ts';
import type { PictureTheme } from '../../exports/pictureStage.ts';
import { type Exported, fileName, type Provenance } from '../../exports/provenance.ts';
import { download } from '../../ui/download.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import ui from '../../ui/ui.module.css';
import css from './share.module.css';

const FORMATS: { value: PictureFormat; label: string }[] = [
  { value: 'png', label: 'PNG, 2×' },
  { value: 'svg', label: 'SVG' },
];
const THEMES: { value: PictureTheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' },
];

/** What went wrong, as a sentence. */
const sentenceOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? error.message : 'The picture could not be made. Try again.';

type Props = { exported: Exported; told: Provenance; onSaid: (text: string) => void };

/** A panel or the whole desk as a picture, as it is shown now. */
export function PicturePart({ exported, told, onSaid }: Props) {
  const [shown] = useState(() => PICTURES.filter((offer) => pictureElement(document, offer) !== null));
  const [id, setId] = useState<PictureId>('desk');
  const [format, setFormat] = useState<PictureFormat>('png');
  const [theme, setTheme] = useState<PictureTheme>('light');
  const [done, setDone] = useState<number | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);

  const make = async () => {
    const offer = shown.find((one) => one.id === id) ?? shown[0];
    const element = offer ? pictureElement(document, offer) : null;
    if (!offer || !element) return;
    const away = new AbortController();
    work.current = away;
    setSaid(null);
    setDone(0);
    try {
      const { panelPicture } = await import('../../exports/picture.ts');
      const wish = { element, heading: offer.heading, provenance: told, format, theme };
      const picture: Picture = await panelPicture({ ...wish, signal: away.signal, onProgress: setDone });
      const name = fileName(exported, `${offer.id}-${theme}`, format);
      download(name, picture.blob, picture.blob.type);
      setSaid(picture.note);
      onSaid(`Saved ${name}.`);
    } catch (error) {
      if (!away.signal.aborted) setSaid(sentenceOf(error));
    }
    setDone(null);
  };

  if (shown.length === 0) return <p>Pictures are made of the desk. Go back from this page to the desk for them.</p>;
  return (
    <>
      <p>
        As it is shown now, in full height, with its title, the filters in words, the date, the digest and the link
        inside.
      </p>
      <label className={css.field}>
        Picture of
        <select onChange={(event) => setId(event.target.value as PictureId)} value={id}>
          {shown.map((offer) => (
            <option key={offer.id} value={offer.id}>
              {offer.heading}
            </option>
          ))}
        </select>
      </label>
      <div className={css.choices}>
        <Segmented label="Format" onChange={setFormat} options={FORMATS} value={format} />
        <Segmented label="Theme of the picture" onChange={setTheme} options={THEMES} value={theme} />
      </div>
      {format === 'svg' && (
        <p className={css.note}>
          An SVG holds its fonts and is shown by every browser. Some drawing programs leave the words out: take the PNG
          for them.
        </p>
      )}
      <p className={css.actions}>
        <button className={css.main} disabled={done !== null} onClick={make} type="button">
          {done === null ? 'Save the picture' : 'Drawing…'}
        </button>
        {done !== null && (
          <>
            <button className={ui.button} onClick={() => work.current?.abort()} type="button">
              Stop
            </button>
            <progress aria-label="Drawing" max={1} value={done} />
          </>
        )}
      </p>
      {said !== null && (
        <p className={css.warning} role="alert">
          <Icon name="warning" /> {said}
        </p>
      )}
    </>
  );
}
