import { Readability } from '@mozilla/readability';
import { READ_LIMITS } from '../limits.ts';
import { type Block, OWNER } from './blocks.ts';
import { type DomDocument, type DomElement, rootOf, walk } from './dom.ts';
import { DATE_LINE } from './regions.ts';

/** Fewest characters of an article that an extractor is believed in. */
const LEAST = 140;
/** Less than this share of what simple rules find is a part of an article, not the article. */
const LEAST_SHARE = 0.35;

const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** The numbers of the elements that Readability keeps; null when it finds no article. It changes the document. */
function keptOwners(document: DomDocument): Set<number> | null {
  try {
    // Readability asks for the document of a browser; it uses what the one here has, too.
    const page = document as unknown as ConstructorParameters<typeof Readability>[0];
    const reader = new Readability<unknown>(page, { serializer: (node) => node, disableJSONLD: true });
    const content = reader.parse()?.content;
    if (!content) return null;
    const owners = new Set<number>();
    walk(content as DomElement, (element) => {
      const owner = element.getAttribute(OWNER);
      if (owner !== null) owners.add(Number(owner));
      return true;
    });
    return owners;
  } catch {
    return null;
  }
}

/** Whether an extractor kept the larger part of a block. */
function isKept({ runs }: Block, owners: ReadonlySet<number>): boolean {
  let [kept, all] = [0, 0];
  for (const { owner, length } of runs) {
    all += length;
    if (owners.has(owner)) kept += length;
  }
  return 2 * kept > all;
}

/** What simple rules take for the article: all that is no furniture, inside of the article's element when the page has one that holds most of it. */
function byRules(blocks: readonly Block[]): Set<Block> {
  const plain = blocks.filter(({ region }) => region === null);
  const inside = plain.filter(({ inArticle }) => inArticle);
  return new Set(lengthOf(inside) >= 0.4 * lengthOf(plain) ? inside : plain);
}

/** Whether a page is small and flat enough for an extractor that looks at each element many times. */
function isModest(document: DomDocument): boolean {
  let [count, deepest] = [0, 0];
  walk(rootOf(document), (_, depth) => {
    count += 1;
    deepest = Math.max(deepest, depth);
    return count <= READ_LIMITS.extracted && deepest <= READ_LIMITS.pageDepth;
  });
  return count <= READ_LIMITS.extracted && deepest <= READ_LIMITS.pageDepth;
}

/** The blocks of a page that are its article, and how they were found. A block is kept or left out as a whole, so that no sentence is cut or joined. */
export function articleBlocks(
  document: DomDocument,
  blocks: readonly Block[],
): { kept: Set<Block>; how: 'extractor' | 'rules' } {
  const rules = byRules(blocks);
  const owners = isModest(document) ? keptOwners(document) : null;
  if (owners) {
    const kept = new Set(blocks.filter((block) => isKept(block, owners) && block.region !== DATE_LINE));
    const length = lengthOf([...kept]);
    if (length >= LEAST && length >= LEAST_SHARE * lengthOf([...rules])) return { kept, how: 'extractor' };
  }
  return { kept: rules, how: 'rules' };
}
