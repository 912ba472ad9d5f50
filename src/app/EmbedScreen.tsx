import type { Dataset } from '../domain/corpus.ts';
import type { Address } from '../url/address.ts';
import { useDesk } from './useDesk.ts';

const nothing = () => {};

/** One panel without the desk around it, for a page of somebody else. */
export default function EmbedScreen({ address, whole }: { address: Address; whole: Dataset }) {
  const { desk } = useDesk(address, whole, nothing);
  return <main>{desk.view.embed}</main>;
}
