import type { Question, Selected } from '../coverage/coverage.ts';
import { activeFilters } from '../domain/filterNames.ts';
import type { Provenance } from './provenance.ts';

/** Longest title that the door takes, and the most of it that the coverage's own title may have, in UTF-16 code units. */
const TITLE_LIMIT = 300;
const OWN_TITLE_LIMIT = 120;

/** Controls that turn the direction of what stands around them: the words of a search may have them, a title may not. */
const DIRECTION_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Above this many UTF-16 code units the lines are not indented: white space must not push a file over the door's limit of bytes. */
const INDENTED_LIMIT = 6_000_000;

/** The beginning of a text, never half of a surrogate pair. */
function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function partTitle(told: Provenance): string {
  const words = told.filters.replace(DIRECTION_CONTROLS, '');
  const band = told.band?.replace(DIRECTION_CONTROLS, '');
  const from = band === undefined ? '' : ` (${clipped(band, OWN_TITLE_LIMIT)})`;
  return clipped(`Part of “${clipped(told.title, OWN_TITLE_LIMIT)}”${from}: ${words}`, TITLE_LIMIT);
}

/**
 * The view as a corpus file that can be opened again. Without filters it is the coverage itself, with the same digest; with
 * filters its title says that it is a part, and of what. Articles, actors, places and topics are always complete.
 */
function corpusFile({ whole, slice, filters }: Selected, told: Provenance): string {
  const part = activeFilters(whole, filters).length > 0;
  const corpus = part ? { ...slice, title: partTitle(told) } : whole;
  const compact = JSON.stringify(corpus);
  return compact.length > INDENTED_LIMIT ? compact : `${JSON.stringify(corpus, null, 2)}\n`;
}

/** The text of that file. */
export const CORPUS_FILE: Question<Provenance, string> = { name: 'corpus-file', passing: true, answer: corpusFile };
