import { readCorpusText } from '../corpus/readCorpus.ts';
import { answer } from '../workers/startWorker.ts';

// Beside the page: checking every span of a large corpus would hold up typing and scrolling.
answer(readCorpusText);
