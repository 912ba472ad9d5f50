import { useEffect, useMemo, useRef, useState } from 'react';
import type { NetworkOrder } from '../../draw/network/picture.ts';
import { readyModel, readyPicture } from '../../draw/network/readyPicture.ts';
import { fitsRoom, type Room } from '../../draw/network/rooms.ts';
import type { PlacedNetwork } from '../../draw/network/types.ts';
import { askWorker } from '../../workers/startWorker.ts';
import workerAddress from './pictureWorker.ts?worker&url';

type Drawn = { order: NetworkOrder; picture: PlacedNetwork };

/**
 * The network's picture for a room: at once if the build has drawn it, else from a worker. While another size is being drawn the
 * last picture stays; null until there is one. Where no worker can be had, the page draws it itself.
 */
export function usePicture(asked: NetworkOrder, room: Room): PlacedNetwork | null {
  const order = useSame(asked);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const ready = useMemo(() => readyPicture(order, room), [order, room]);
  const seen = useRef<Drawn | null>(null);
  const last = drawn ?? seen.current;
  const known = last?.order === order ? last.picture : null;
  const missing = ready === null && !(known && fitsRoom(known, room));

  useEffect(() => {
    if (!missing) return;
    const job = { order, room, model: readyModel(order, room) };
    const keep = (picture: PlacedNetwork) => setDrawn({ order, picture });
    const away = new AbortController();
    // The code that draws is asked for only where the page has to do it itself.
    askWorker<PlacedNetwork>(workerAddress, job, away.signal)
      .catch(() => import('../../draw/network/picture.ts').then(({ drawNetwork }) => drawNetwork(job)))
      .then((picture) => {
        if (!away.signal.aborted) keep(picture);
      });
    return () => away.abort();
  }, [missing, order, room]);

  useEffect(() => {
    if (!ready) return;
    // Before its first frame the page may find that it has another room: then nothing was seen that could stay.
    const frame = requestAnimationFrame(() => {
      seen.current = { order, picture: ready };
    });
    return () => cancelAnimationFrame(frame);
  }, [ready, order]);

  return ready ?? known;
}

/** The first of several values that say the same. Each selection may bring the order of a network anew: that is no new picture. */
function useSame<T>(value: T): T {
  const [kept, setKept] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}
