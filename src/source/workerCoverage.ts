import type { Coverage, CoverageHead } from '../coverage/coverage.ts';
import { keptSelections } from '../coverage/selections.ts';
import type { Ask, FromWorker, ToWorker } from './coverageMessages.ts';

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };

/** A coverage that a worker keeps: every answer is a promise. Where the worker has failed, what is asked fails, too. */
export function workerCoverage(worker: Worker, head: CoverageHead): Coverage {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let failed = false;
  const fail = () => {
    failed = true;
    for (const { reject } of waiting.values()) reject(new Error('The worker that keeps the coverage has failed.'));
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type !== 'answers') return;
    for (const one of data.answers) {
      const { resolve, reject } = waiting.get(one.id) ?? {};
      waiting.delete(one.id);
      if ('answer' in one) resolve?.(one.answer as never);
      else reject?.(new Error('A question could not be answered.'));
    }
  };
  // A question that fails is told as one; what comes here is the end of the worker.
  worker.onerror = fail;
  worker.onmessageerror = fail;
  return {
    head,
    waits: true,
    select: keptSelections((filters) => {
      let asks: Ask[] = [];
      const send = () => {
        worker.postMessage({ type: 'ask', filters, asks } satisfies ToWorker);
        asks = [];
      };
      return {
        ask: ({ name }, wants) =>
          new Promise((resolve, reject) => {
            if (failed) return reject(new Error('The worker that keeps the coverage has ended.'));
            last += 1;
            waiting.set(last, { resolve, reject });
            // What one screen asks at one moment goes together, and is answered together.
            if (asks.push({ id: last, question: name, wants }) === 1) queueMicrotask(send);
          }),
      };
    }),
    close: () => {
      worker.terminate();
      fail();
    },
  };
}
