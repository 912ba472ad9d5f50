import type { Address } from '../url/address.ts';
import { encodeLink } from '../url/link.ts';
import css from './embed.module.css';
import { useAddress } from './useAddress.ts';

/** An embed asks for data that does not come with the app: in a frame nothing is opened, only the way to the full view is shown. */
export default function EmbedRefused({ address }: { address: Address }) {
  const { state } = useAddress(address);
  const link = `?${encodeLink({ ...state, view: { ...state.view, embed: null }, rest: [] })}`;
  return (
    <main className={css.frame}>
      <p>In a frame only the built-in coverage is shown, and this link asks for other data.</p>
      <a className={css.full} href={link} rel="noopener noreferrer" target="_blank">
        Open the full view<span className="vh"> in a new tab</span>
      </a>
    </main>
  );
}
