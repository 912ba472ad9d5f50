import { draftText } from './readFiles.ts';

const page = self as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;

page.addEventListener('message', async ({ data }: MessageEvent<Uint8Array>) => {
  try {
    page.postMessage({ text: await draftText(data) });
  } catch (error) {
    page.postMessage({ error: String(error) });
  }
});
