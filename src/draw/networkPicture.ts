import { textWidth } from './labels.ts';
import { placeNetwork } from './network.ts';
import { fitsRoom, modelRoom, type Room } from './networkRooms.ts';
import type { NetworkNode, NetworkTie, PlacedNetwork } from './networkTypes.ts';

/** What a picture is drawn from. */
export type NetworkOrder = { readonly nodes: readonly NetworkNode[]; readonly ties: readonly NetworkTie[] };

/** What a worker is asked for: `model` is the picture of the model room, where it is there already. */
export type PictureJob = { readonly order: NetworkOrder; readonly room: Room; readonly model: PlacedNetwork | null };

/** Draws the network for a room, near to the picture of its model room. Takes up to half a second: see `networkSearch.ts`. */
export function drawNetwork({ order: { nodes, ties }, room, model }: PictureJob): PlacedNetwork {
  const usual = model ?? placeNetwork(nodes, ties, { ...modelRoom(room), measure: textWidth });
  return fitsRoom(usual, room) ? usual : placeNetwork(nodes, ties, { ...room, measure: textWidth, near: usual });
}
