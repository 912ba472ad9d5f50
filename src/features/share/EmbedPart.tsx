import { useId, useState } from 'react';
import { SHOWN } from '../../coverage/answers/shown.ts';
import type { Desk } from '../../coverage/desk.ts';
import { embedTitle } from '../../domain/panel.ts';
import type { Pin } from '../../domain/pin.ts';
import { type Embed, OFF_WALL, type Theme, type View } from '../../domain/view.ts';
import { filtersInWords } from '../../exports/provenance.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import ui from '../../ui/ui.module.css';
import { EmbedPreview } from './EmbedPreview.tsx';
import css from './embed.module.css';
import { embedSnippet, frameTitle, heightScript } from './embedSnippet.ts';

/** The panels that can stand alone: what they are called there, and their usual height in a column of 600 to 700 px. */
const EMBEDDED: Record<Embed, { label: string; height: number }> = {
  quotes: { label: 'Quotes', height: 840 },
  ties: { label: 'Ties', height: 540 },
  map: { label: 'Map', height: 580 },
  timeline: { label: 'Timeline', height: 470 },
};
const PANEL_OPTIONS = (Object.keys(EMBEDDED) as Embed[]).map((value) => ({ value, label: EMBEDDED[value].label }));

type Kind = 'living' | 'frozen';
const KINDS: { value: Kind; label: string }[] = [
  { value: 'living', label: 'Living' },
  { value: 'frozen', label: 'Frozen' },
];

type Ground = 'system' | Extract<Theme, 'light' | 'dark'>;
const GROUNDS: { value: Ground; label: string }[] = [
  { value: 'system', label: 'As the reader’s' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** What of a view an embed has: its filters, and of the rest what its panel is about. */
function embedView(view: View, panel: Embed, ground: Ground, pin: Pin | null): Partial<View> {
  return {
    ...OFF_WALL,
    embed: panel,
    page: 'desk',
    pair: null,
    opened: null,
    theme: ground === 'system' ? null : ground,
    ties: panel === 'ties' ? view.ties : null,
    order: panel === 'quotes' ? view.order : 'weight',
    pin,
  };
}

type Props = {
  desk: Desk;
  /** The state of the coverage; null while it is worked out. */
  pin: Pin | null;
  onCopy: (text: string) => void;
};

/** The lines that put one panel of this view on a page of somebody else: which panel, whether it may change, and how it looks. */
export function EmbedPart({ desk, pin, onCopy }: Props) {
  const [panel, setPanel] = useState<Embed>('quotes');
  const [kind, setKind] = useState<Kind>('living');
  const [ground, setGround] = useState<Ground>('system');
  const [fits, setFits] = useState(false);
  const field = useId();
  const { head, view } = desk;
  const { height } = EMBEDDED[panel];
  const ready = kind === 'living' || pin !== null;
  const src = desk.linkTo(embedView(view, panel, ground, kind === 'frozen' ? pin : null));
  const name = frameTitle(`${embedTitle(panel)}. ${filtersInWords(desk.answer(SHOWN, null).active)}. ${head.title}`);
  const snippet = embedSnippet({ src, title: name, height });
  const lines = fits ? `${snippet}\n${heightScript(src)}` : snippet;
  return (
    <div className={css.part}>
      <dl className={css.choices}>
        <div>
          <dt>Panel</dt>
          <dd>
            <Segmented label="Panel to embed" onChange={setPanel} options={PANEL_OPTIONS} value={panel} />
          </dd>
        </div>
        <div>
          <dt>Kind</dt>
          <dd>
            <Segmented label="Kind of embed" onChange={setKind} options={KINDS} value={kind} />
            <p>
              {kind === 'living'
                ? 'Shows the coverage as it is on the day somebody looks.'
                : `Made on the coverage as of ${head.asOf.date}; when it is not the same any more, the embed says in what it differs.`}
            </p>
          </dd>
        </div>
        <div>
          <dt>Colours</dt>
          <dd>
            <Segmented label="Colours of the embed" onChange={setGround} options={GROUNDS} value={ground} />
          </dd>
        </div>
      </dl>
      <label className={css.fits}>
        <input checked={fits} onChange={({ target }) => setFits(target.checked)} type="checkbox" />
        <span>With a few lines of script for your page that make the frame as high as its content</span>
      </label>
      <label className={css.name} htmlFor={field}>
        For your page
      </label>
      <textarea
        aria-busy={!ready}
        className={css.snippet}
        dir="ltr"
        id={field}
        onFocus={({ currentTarget }) => currentTarget.select()}
        readOnly
        rows={fits ? 16 : 7}
        spellCheck={false}
        value={ready ? lines : 'The state of the coverage is being worked out …'}
      />
      <p>
        <button
          className={ui.button}
          data-focus="embed:copy"
          disabled={!ready}
          onClick={() => onCopy(lines)}
          type="button"
        >
          Copy
        </button>
      </p>
      {ready && <EmbedPreview height={height} src={src} title={name} />}
    </div>
  );
}
