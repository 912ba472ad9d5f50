import { hideNotice, showNotice } from '../ui/notice.ts';
import type { Address } from '../url/address.ts';
import type { Opening } from './opening.ts';
import { reopenKept } from './openWays.ts';
import { forgetFile, recallKept } from './openWork.ts';

/** Offers the file that was opened last, on a page that shows the built-in coverage to a person. */
export async function offerKept(address: Address, opening: Opening): Promise<void> {
  await recallKept(opening);
  const { kept } = opening.get();
  const { file, data, kiosk, embed } = address.get().state.view;
  if (kept === null || file !== null || data !== null || kiosk !== null || embed !== null) return;
  const reopen = () => {
    hideNotice();
    void reopenKept({ address, opening });
  };
  const forget = () => {
    hideNotice();
    void forgetFile(opening);
  };
  showNotice(`You last opened “${kept.name}” here.`, 'Open it again', reopen, [
    { label: 'Forget it', act: forget },
    { label: 'Close', act: hideNotice },
  ]);
}
