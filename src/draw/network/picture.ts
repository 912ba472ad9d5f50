import { textWidth } from '../labels.ts';
import { placeNetwork } from './placeNetwork.ts';
import { fitsRoom, modelRoom, type Room } from './rooms.ts';
import type { NetworkNode, NetworkTie, PictureOutline, PlacedNetwork } from './types.ts';

/** What a picture is drawn from. */
export type NetworkOrder = { readonly nodes: readonly NetworkNode[]; readonly ties: readonly NetworkTie[] };

/** What a worker is asked for: `model` is the outline of the picture of the model room, where it is there already. */
export type PictureJob = { readonly order: NetworkOrder; readonly room: Room; readonly model: PictureOutline | null };

/** The picture of the model room, which those of all rooms like it are near to. */
export const drawModel = ({ nodes, ties }: NetworkOrder, room: Room): PlacedNetwork =>
  placeNetwork(nodes, ties, { ...modelRoom(room), measure: textWidth });

/** Draws the network for a room, near to the picture of its model room. Takes up to half a second: see `networkSearch.ts`. */
export function drawNetwork({ order, room, model }: PictureJob): PlacedNetwork {
  if (fitsRoom(modelRoom(room), room)) return drawModel(order, room);
  const near = model ?? drawModel(order, room);
  return placeNetwork(order.nodes, order.ties, { ...room, measure: textWidth, near });
}
