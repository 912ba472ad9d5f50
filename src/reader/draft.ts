import type { Corpus } from '../domain/corpus.ts';
import type { Day } from '../domain/edtf.ts';
import type { Slug } from '../domain/slug.ts';
import type { SpeechModel } from './modelFile.ts';
import type { LeftOut, ReadProblem } from './read/article.ts';

/** Something that was decided or left unread while a coverage was made. `where` is the name of a file. */
export type DraftNote = { code: string; words: string; where: string };

/** A coverage as the reader made it; `leftOut` has, for each article by its id, what its file held beside the text. */
export type Draft = { corpus: Corpus; notes: DraftNote[]; leftOut: Record<Slug, LeftOut[]> };

/** How far the reading has come: `done` of `of` articles, the last one by name, and the statements found so far. */
export type Progress = { done: number; of: number; name: string; statements: number };

/** What `annotate` is told beside the articles. */
export type AnnotateOptions = {
  model: SpeechModel;
  /** Ends the reading between two articles, with an AbortError. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** Id of the coverage; made of its articles when it is not given. */
  id?: Slug;
  title?: string;
  /** The day that weekdays are counted from; taken from the articles when it is not given. */
  asOf?: Day;
  /** Speakers below this sureness, 50 to 100, stay unresolved; ties and events below it are left out and noted. */
  minSure?: number;
};

/** Says why no coverage can be made of some articles; `problems` are sentences for whoever asked. */
export class NoDraft extends Error {
  override readonly name = 'NoDraft';
  constructor(readonly problems: ReadProblem[]) {
    super(problems.map(({ expected, found }) => `Expected ${expected}, found ${found}.`).join(' '));
  }
}
