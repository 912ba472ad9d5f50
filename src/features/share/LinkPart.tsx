import { startTransition, useRef, useState } from 'react';
import { FILTER_WORDS } from '../../coverage/answers/filterWords.ts';
import { SHOWN } from '../../coverage/answers/shown.ts';
import type { Desk } from '../../coverage/desk.ts';
import type { Pin } from '../../domain/pin.ts';
import { citation } from '../../exports/citation.ts';
import type { Provenance } from '../../exports/provenance.ts';
import { Icon } from '../../ui/Icon.tsx';
import { plural } from '../../ui/plural.ts';
import { QrCode } from '../../ui/QrCode.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Sign } from '../../ui/Sign.tsx';
import ui from '../../ui/ui.module.css';
import { linkHolds, linkNeeds, SAFE_LENGTH } from './holds.ts';
import css from './share.module.css';

type Kind = 'living' | 'checked' | 'pinned' | 'wall';
const KINDS: { value: Kind; label: string }[] = [
  { value: 'living', label: 'This view' },
  { value: 'pinned', label: 'Pinned to this coverage' },
  { value: 'wall', label: 'Wall screen' },
];

/** Seconds a scene of a wall screen that is started here. */
const SCENE = 20;

type Props = {
  desk: Desk;
  told: Provenance;
  /** The state of the coverage; null while it is worked out. */
  pin: Pin | null;
  onCopy: (text: string) => void;
};

/** The address of the view: living or pinned, with what it holds in words, as text and as a QR code. */
export function LinkPart({ desk, told, pin, onCopy }: Props) {
  const { head, filters, view } = desk;
  const [kind, setKind] = useState<Kind>(view.pin === null ? 'living' : 'pinned');
  const field = useRef<HTMLInputElement>(null);
  const { origin, signed } = head;
  const allow = origin.kind === 'address' ? origin.host : null;
  const wall = desk.linkTo({ allow, pin: null, opened: null, page: 'desk', theme: null, kiosk: SCENE });
  const shown = desk.answer(SHOWN, null);
  const { checked, statements } = shown.sizes;
  const names =
    kind === 'checked'
      ? desk.answer(FILTER_WORDS, { ...filters, checked: ['yes' as const] })
      : shown.active.map(({ name }) => name);
  const link = {
    living: desk.linkTo({ pin: null }),
    checked: desk.linkTo({ pin: null }, { checked: ['yes'] }),
    pinned: desk.linkTo({ pin }),
    wall,
  }[kind];
  const kinds =
    signed && checked > 0 ? KINDS.toSpliced(1, 0, { value: 'checked', label: `Only the ${checked} checked` }) : KINDS;
  const copy = (text: string) => {
    // Where copying is not allowed, the words are ready to be copied by hand.
    field.current?.select();
    onCopy(text);
  };
  const share = () => {
    navigator.share({ title: head.title, url: link }).catch(() => {
      // Closing the system's sheet is no failure, and where it fails the field is still there.
    });
  };
  return (
    <div className={css.link}>
      <div className={css.linkWords}>
        {signed && (
          <p className={css.checks}>
            <Sign checked={checked === statements} said={false} size={14} />
            <span>
              This view shows{' '}
              <b>
                {plural(statements, 'statement')}, {checked} of them checked by a person
              </b>
              . Whoever opens the link sees that first, above everything else.
            </span>
          </p>
        )}
        <Segmented
          label="Kind of link"
          // Only what the checked ones narrow to has to be asked for.
          onChange={(next) => (next === 'checked' ? startTransition(() => setKind(next)) : setKind(next))}
          options={kinds}
          value={kind}
        />
        <input
          aria-label="Address of this view"
          onFocus={({ currentTarget }) => currentTarget.select()}
          readOnly
          ref={field}
          type="text"
          value={link}
        />
        <p className={css.actions}>
          <button className={css.main} onClick={() => copy(link)} type="button">
            Copy the link
          </button>
          {'share' in navigator && (
            <button className={ui.button} onClick={share} type="button">
              <Icon name="share" /> Share…
            </button>
          )}
          <button className={ui.button} onClick={() => onCopy(citation(told))} type="button">
            Copy a citation
          </button>
        </p>
        {kind === 'wall' ? (
          <p>
            A screen that opens this link shows the filtered coverage scene by scene, about {SCENE} seconds each, for as
            long as it is on and without a click. Any key stops it. {linkNeeds(head, view)}{' '}
            <a href={link}>Start it here</a>
          </p>
        ) : (
          <p>{linkHolds(head, names, view, kind === 'pinned')}</p>
        )}
        {link.length > SAFE_LENGTH && (
          <p className={css.warning}>
            <Icon name="warning" /> The link has {link.length} characters. Some chats and mail programs cut links after{' '}
            {SAFE_LENGTH}; opened there it says that its end is missing.
          </p>
        )}
      </div>
      <QrCode className={css.qr} link={link} />
    </div>
  );
}
