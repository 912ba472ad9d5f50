import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { readCorpusText } from '../corpus/readCorpus.ts';
import { networkOrder } from '../coverage/answers/network.ts';
import { drawModel, drawNetwork } from '../draw/network/picture.ts';
import { DESK_ROOM } from '../draw/network/rooms.ts';
import type { PictureOutline } from '../draw/network/types.ts';
import { BUNDLED_CORPUS } from './corpusCheck.ts';

const NAME = 'virtual:ready-network';
const ID = `\0${NAME}`;

/**
 * Draws the network of the bundled coverage once, when the app is built or the development server starts: on a page the same
 * would take some hundred milliseconds. A corpus that is refused has none.
 */
export function readyNetwork(file = BUNDLED_CORPUS): Plugin {
  let code: string | null = null;
  return {
    name: 'dateline:ready-network',
    resolveId: (source) => (source === NAME ? ID : null),
    load(id) {
      if (id !== ID) return null;
      this.addWatchFile(resolve(file));
      code ??= `export default JSON.parse(${JSON.stringify(JSON.stringify(drawn(file)))})`;
      return code;
    },
    watchChange: () => {
      code = null;
    },
  };
}

function drawn(file: string) {
  const result = readCorpusText(readFileSync(file, 'utf8'));
  if (!result.ok) return null;
  const order = networkOrder(result.corpus);
  const { width, height, nodes, voices } = drawModel(order, DESK_ROOM);
  const model: PictureOutline = {
    width,
    height,
    nodes: nodes.map(({ id, x, y }) => ({ id, x, y })),
    voices: voices && { box: voices.box },
  };
  return { order, model, picture: drawNetwork({ order, room: DESK_ROOM, model }) };
}
