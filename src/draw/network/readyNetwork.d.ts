declare module 'virtual:ready-network' {
  import type { NetworkOrder } from './picture.ts';
  import type { PictureOutline, PlacedNetwork } from './types.ts';

  /** What is drawn of the bundled coverage when the app is built (`src/commands/readyNetwork.ts`), with the order it was drawn for. */
  const ready: { order: NetworkOrder; model: PictureOutline; picture: PlacedNetwork } | null;
  export default ready;
}
