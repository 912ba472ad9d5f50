/**
 * The library: articles in, a coverage out, without a screen. `readArticle` reads a file, `annotate` makes a draft of what it read, `decided` replays
 * what people decided, `readCorpusText` checks a coverage.
 */
export { type Problem, problemLine } from '../corpus/problem.ts';
export { type CheckResult, readCorpus, readCorpusText } from '../corpus/readCorpus.ts';
export type { Actor } from '../domain/actor.ts';
export type { Article } from '../domain/article.ts';
export type { Corpus } from '../domain/corpus.ts';
export type { DatedEvent } from '../domain/datedEvent.ts';
export type { Evidence } from '../domain/evidence.ts';
export type { Mark } from '../domain/mark.ts';
export type { Place } from '../domain/place.ts';
export type { Relation } from '../domain/relation.ts';
export type { Speaker, Statement } from '../domain/statement.ts';
export type { TextFlag } from '../domain/textFlag.ts';
export type { Venue } from '../domain/venue.ts';
export { annotate } from '../reader/annotate.ts';
export { type Decided, decided, type LostDecision } from '../reader/decided.ts';
export { type Decision, type DecisionsFile, readDecisions } from '../reader/decisions.ts';
export { type AnnotateOptions, type Draft, type DraftNote, NoDraft, type Progress } from '../reader/draft.ts';
export { readModel, type SpeechModel } from '../reader/modelFile.ts';
export type { RawArticle, ReadProblem, ReadResult } from '../reader/read/article.ts';
export { readArticle } from '../reader/read/readArticle.ts';
export { takeBack } from '../reader/read/takeBack.ts';
export { englishModel } from './model.ts';
