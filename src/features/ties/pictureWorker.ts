import { drawNetwork, type PictureJob } from '../../draw/networkPicture.ts';

// Beside the page: the search for a good picture would hold up typing and scrolling.
const page = self as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;

page.addEventListener('message', ({ data }: MessageEvent<PictureJob>) => page.postMessage(drawNetwork(data)));
