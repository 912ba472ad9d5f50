const model = await (await fetch(new URL('../../../src/reader/model-en.bin', import.meta.url))).arrayBuffer();
const worker = new Worker(new URL('./readerWorker.ts', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }: MessageEvent<{ text?: string; error?: string }>) => Reflect.set(window, 'draft', data);
worker.onerror = (event) => Reflect.set(window, 'draft', { error: event.message || 'the worker failed' });
worker.postMessage(new Uint8Array(model));

export {};
