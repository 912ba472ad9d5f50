import { useEffect, useMemo, useState } from 'react';
import type { NetworkOrder } from '../../draw/networkPicture.ts';
import { fitsRoom, type Room } from '../../draw/networkRooms.ts';
import type { PlacedNetwork } from '../../draw/networkTypes.ts';
import { readyModel, readyPicture } from '../../draw/readyPicture.ts';
import { startWorker } from '../../ui/startWorker.ts';
import workerAddress from './pictureWorker.ts?worker&url';

type Drawn = { order: NetworkOrder; picture: PlacedNetwork };

/**
 * The network's picture for a room: at once if the build has drawn it, else from a worker. While another size is being drawn the
 * last picture stays; null until there is one. Where no worker can be had, the page draws it itself.
 */
export function usePicture(order: NetworkOrder, room: Room): PlacedNetwork | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const ready = useMemo(() => readyPicture(order, room), [order, room]);
  const known = drawn?.order === order ? drawn.picture : null;
  const missing = ready === null && !(known && fitsRoom(known, room));

  useEffect(() => {
    if (!missing) return;
    const job = { order, room, model: readyModel(order, room) };
    const keep = (picture: PlacedNetwork) => setDrawn({ order, picture });
    // Drawing is needed only where the page does it itself, so its code is asked for only then.
    const drawHere = () => import('../../draw/networkPicture.ts').then(({ drawNetwork }) => keep(drawNetwork(job)));
    if (typeof Worker === 'undefined') {
      drawHere();
      return;
    }
    const worker = startWorker(workerAddress);
    worker.onmessage = ({ data }: MessageEvent<PlacedNetwork>) => {
      keep(data);
      worker.terminate();
    };
    worker.onerror = () => {
      worker.terminate();
      drawHere();
    };
    worker.postMessage(job);
    return () => worker.terminate();
  }, [missing, order, room]);

  return ready ?? known;
}
