declare module 'virtual:ready-network' {
  import type { NetworkOrder } from './networkPicture.ts';
  import type { PictureOutline, PlacedNetwork } from './networkTypes.ts';

  /** What is drawn of the bundled coverage when the app is built (`src/commands/readyNetwork.ts`), with the order it was drawn for. */
  const ready: { order: NetworkOrder; model: PictureOutline; picture: PlacedNetwork } | null;
  export default ready;
}
