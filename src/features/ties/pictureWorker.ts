import { drawNetwork } from '../../draw/network/picture.ts';
import { answer } from '../../workers/startWorker.ts';

// Beside the page: the search for a good picture would hold up typing and scrolling.
answer(drawNetwork);
