import { readCorpusText } from '../corpus/readCorpus.ts';
import { answer } from '../workers/startWorker.ts';

// Beside the page: checking every span of a large corpus would hold up typing and scrolling. A page that can start no worker asks this file
// itself, so that the door is in no other.
if (typeof document === 'undefined') answer(readCorpusText);
else Reflect.set(window, 'datelineDoor', readCorpusText);
