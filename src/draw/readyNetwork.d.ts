declare module 'virtual:ready-network' {
  import type { NetworkOrder } from './networkPicture.ts';
  import type { PlacedNetwork } from './networkTypes.ts';

  /** The picture of the bundled coverage, drawn when the app is built (`src/commands/readyNetwork.ts`), with the order it was drawn for. */
  const ready: { order: NetworkOrder; picture: PlacedNetwork } | null;
  export default ready;
}
