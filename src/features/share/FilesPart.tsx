import { useState } from 'react';
import { download } from '../../ui/download.ts';
import { Icon } from '../../ui/Icon.tsx';
import ui from '../../ui/ui.module.css';
import { Words } from '../../ui/Words.tsx';
import { FILE_OFFERS, type FileOffer, type FileWish, nameOf } from './files.ts';
import css from './share.module.css';

const GROUPS = [...new Set(FILE_OFFERS.map(({ group }) => group))];

type Props = { wish: FileWish; onSaid: (text: string) => void; onPaper: () => void };

/** Exactly what is shown, as files. */
export function FilesPart({ wish, onSaid, onPaper }: Props) {
  const [making, setMaking] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const make = async (offer: FileOffer) => {
    setMaking(offer.id);
    setFailed(null);
    try {
      const name = nameOf(offer, wish.exported);
      download(name, await offer.write(wish), offer.type);
      onSaid(`Saved ${name}.`);
    } catch {
      setFailed(offer.name);
    }
    setMaking(null);
  };
  return (
    <>
      <p>
        What is shown, and nothing else: <Words>{wish.told.filters}</Words>. Every file says its filters, the state of
        the coverage and the link.
      </p>
      {failed !== null && (
        <p className={css.warning} role="alert">
          <Icon name="warning" /> “{failed}” could not be made: what writes it did not arrive. Nothing is lost; try
          again.
        </p>
      )}
      <p className={css.actions}>
        <button className={ui.button} onClick={onPaper} type="button">
          Open the paper edition, to print it
        </button>
      </p>
      {GROUPS.map((group) => (
        <section aria-label={group} key={group}>
          <h3>{group}</h3>
          <ul className={css.files}>
            {FILE_OFFERS.filter((offer) => offer.group === group).map((offer) => (
              <li key={offer.id}>
                <b>
                  {offer.name} {offer.count && <span className="num">{offer.count(wish.shown)}</span>}
                </b>
                <span>{offer.about}</span>
                <button
                  aria-label={`Save .${offer.extension}, ${offer.name.toLowerCase()}`}
                  className={ui.button}
                  disabled={making !== null}
                  onClick={() => make(offer)}
                  type="button"
                >
                  {making === offer.id ? 'Making…' : `Save .${offer.extension}`}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
