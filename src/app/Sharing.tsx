import type { Desk } from '../coverage/desk.ts';
import ShareDialog from '../features/share/ShareDialog.tsx';
import type { Address } from '../url/address.ts';
import { storyWays } from './storyWays.ts';

type Props = { address: Address; desk: Desk; map: unknown; onClose: () => void };

/** The share dialog with what it needs of the address and of the paper edition. */
export default function Sharing({ address, desk, map, onClose }: Props) {
  const paper = async () => (await (await import('./paperFile.tsx')).paperFile(desk)).text;
  const story = storyWays(address, desk);
  return <ShareDialog desk={desk} map={map} onClose={onClose} paper={paper} story={story} />;
}
