import type { Dataset } from '../domain/corpus.ts';
import type { Address } from '../url/address.ts';
import { useDesk } from './useDesk.ts';

const nothing = () => {};

/** The edition of the view that is printed. */
export default function PaperScreen({ address, whole }: { address: Address; whole: Dataset }) {
  const { desk } = useDesk(address, whole, nothing);
  return <main>{desk.whole.title}</main>;
}
