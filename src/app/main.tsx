import '../ui/tokens.css';
import '../ui/base.css';
import { hydrateRoot } from 'react-dom/client';
import { bundledSource } from '../source/corpusSource.ts';
import { corpusQuery, createQueryClient } from '../source/useCorpus.ts';
import { createAddress } from '../url/address.ts';
import { drawInto } from './drawInto.ts';
import { doEarlyEvents } from './earlyEvents.ts';
import { focusKey } from './focus.ts';
import { inFrame, isMisplaced } from './framed.ts';
import { createOpening } from './opening.ts';
import { loadDeskParts, Root } from './Root.tsx';
import { applyTheme } from './theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

const address = createAddress(window, focusKey);
applyTheme(address.get().state.view);
const client = createQueryClient();
const opening = createOpening();
const framed = inFrame(window);
const misplaced = isMisplaced(address.get().state.view, framed);
const corpus = misplaced ? null : client.prefetchQuery(corpusQuery(bundledSource));
const onListening = () => {
  document.documentElement.dataset.listening = '';
  doEarlyEvents();
  // What is on a page of somebody else stores nothing.
  if (misplaced || address.get().state.view.embed !== null) return;
  if (import.meta.env.PROD) void import('./keepOffline.ts').then(({ keepOffline }) => keepOffline());
  void import('./offerKept.ts').then(({ offerKept }) => offerKept(address, opening));
};
const desk = (
  <Root
    address={address}
    client={client}
    framed={framed}
    onListening={onListening}
    opening={opening}
    source={bundledSource}
  />
);

/** When the page is shown: `public/before-paint.js` waits for its fonts. */
const shown = Promise.resolve(Reflect.get(window, 'pageShown'));

/** How long another view than the one in the page waits for its parts, in milliseconds; a part that comes later finds its place kept. */
const PARTS_WAIT = 1000;

/** Whether the page came with the view that its address names, and all that is needed to take it over has arrived. */
async function canTakeOver(page: HTMLElement): Promise<boolean> {
  if (misplaced || !page.hasChildNodes() || window.location.search !== '') return false;
  const [, parts] = await Promise.allSettled([corpus, loadDeskParts(), shown]);
  return parts.status === 'fulfilled' && client.getQueryData(corpusQuery(bundledSource).queryKey)?.ok === true;
}

canTakeOver(root).then(async (can) => {
  if (can) {
    hydrateRoot(root, desk);
    return;
  }
  const late = new Promise((resolve) => setTimeout(resolve, PARTS_WAIT));
  await Promise.race([Promise.all([misplaced || loadDeskParts(), shown]), late]).catch(() => {});
  root.replaceChildren();
  drawInto(root, desk);
  delete document.documentElement.dataset.linked;
});
