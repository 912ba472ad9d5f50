import { decodeLink, encodeLink } from '../../src/url/link.ts';
import type { Outcome } from './corpusLaws.ts';

/** What chat and mail leave alone, and nothing at the end that they would take for punctuation. */
const SAFE = /^(?:|[A-Za-z0-9\-._~%=&]*[A-Za-z0-9])$/;

function faultOf(query: string): { fault: string | null; notes: string[] } {
  const { state, notes } = decodeLink(query);
  const params = [...new Set(notes.map(({ param }) => param))];
  const written = encodeLink(state);
  const again = decodeLink(written);
  const fault = !SAFE.test(written)
    ? 'what is written has signs that do not survive'
    : again.notes.length > 0
      ? `what is written is read with a note about ${again.notes[0]?.param}`
      : JSON.stringify(again.state) !== JSON.stringify(state)
        ? 'what is written is read as another state'
        : encodeLink(again.state) !== written
          ? 'what is read again is written in another way'
          : null;
  return { fault, notes: params };
}

/** Reads a query string, writes what it came to, reads that, and holds it all against the laws of links. */
export function queryOutcome(query: string): Outcome {
  const start = performance.now();
  try {
    const { fault, notes } = faultOf(query);
    return {
      fault,
      outcomes: notes.length === 0 ? ['without notes'] : ['with notes', ...notes.map((param) => `note: ${param}`)],
      milliseconds: performance.now() - start,
    };
  } catch (error) {
    return { fault: `it threw: ${error}`, outcomes: ['thrown'], milliseconds: performance.now() - start };
  }
}
