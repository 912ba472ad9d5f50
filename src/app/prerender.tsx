import { renderToString } from 'react-dom/server';
import { problemLine } from '../corpus/problem.ts';
import { readCorpusText } from '../corpus/readCorpus.ts';
import { memoryCoverage } from '../coverage/memoryCoverage.ts';
import { corpusDigest } from '../exports/digest.ts';
import { bundledSource } from '../source/corpusSource.ts';
import type { OpenResult } from '../source/openCoverage.ts';
import { corpusQuery, createQueryClient } from '../source/useCorpus.ts';
import type { Address, AddressSnapshot } from '../url/address.ts';
import { decodeLink } from '../url/link.ts';
import { Band } from './bandPart.ts';
import { createOpening } from './opening.ts';
import { loadDeskParts, Root } from './Root.tsx';

/** The address of a page that was opened without a query, and stays there. */
function defaultAddress(): Address {
  const snapshot: AddressSnapshot = { ...decodeLink(''), restore: null };
  return {
    get: () => snapshot,
    subscribe: () => () => {},
    change: () => {},
    dismissNotes: () => {},
    dispose: () => {},
  };
}

/**
 * The markup of the default view of a corpus, for the built page; the browser takes it over with `Root`.
 *
 * @throws Error when the corpus is refused, or when the markup has a style attribute, which the page's policy bars
 */
export async function prerender(corpusText: string): Promise<string> {
  const result = readCorpusText(corpusText);
  if (!result.ok) throw new Error(['The corpus is refused:', ...result.problems.map(problemLine)].join('\n'));
  await Promise.all([loadDeskParts(), Band.load()]);
  const client = createQueryClient();
  const from = { origin: { kind: 'built-in' as const }, digest: corpusDigest(result.corpus) };
  const coverage = memoryCoverage(result.corpus, from);
  const opened: OpenResult = { ok: true, coverage };
  client.setQueryData<OpenResult>(corpusQuery(bundledSource).queryKey, opened);
  const markup = renderToString(
    <Root address={defaultAddress()} client={client} opening={createOpening()} source={bundledSource} />,
  );
  const styled = /<[^>]*\sstyle="[^>]*>/.exec(markup);
  if (styled) throw new Error(`The prerendered desk has a style attribute: ${styled[0]}`);
  return markup;
}
