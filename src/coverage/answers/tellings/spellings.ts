import { type Article, paragraphsOf } from '../../../domain/article.ts';
import type { Dataset } from '../../../domain/corpus.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import { addTo } from '../../../domain/lists.ts';
import { bearersOf, mentionsIn, type NamedList } from '../../../domain/names.ts';
import type { Slug } from '../../../domain/slug.ts';
import type { TextFlag } from '../../../domain/textFlag.ts';
import type { Opened } from '../../../domain/view.ts';
import type { Disagreement, Voice } from './disagreement.ts';
import { outsideKinds } from './paragraphs.ts';

/** One spelling of a name in an article: how often, and the paragraph where it first stands. */
type Spelling = { form: string; count: number; number: number };

/** The letters and digits of a name: two forms with the same letters are two spellings of one name. */
const letters = (form: string) =>
  form
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The spellings of every name in the body of an article, by the id it names and its form. Names that several share are left out. */
function spellingsIn(whole: Dataset, article: Article, list: NamedList): Map<Slug, Map<string, Spelling>> {
  const found = new Map<Slug, Map<string, Spelling>>();
  const outside = outsideKinds(whole, article);
  for (const { number, start, end } of paragraphsOf(article)) {
    if (outside.has(number)) continue;
    for (const mention of mentionsIn(whole, list, { article: article.id, start, end })) {
      const [place, ...others] = bearersOf(whole, list, mention.name).subarray(0, 2);
      const id = whole[list][place ?? -1]?.id;
      if (id === undefined || others.length > 0) continue;
      const form = article.text.slice(mention.start, mention.end);
      const forms = found.get(id) ?? new Map<string, Spelling>();
      const known = forms.get(form) ?? { form, count: 0, number };
      forms.set(form, { ...known, count: known.count + 1 });
      found.set(id, forms);
    }
  }
  return found;
}

function byLetters(forms: readonly Spelling[]): Map<string, Spelling[]> {
  const groups = new Map<string, Spelling[]>();
  for (const one of forms) addTo(groups, letters(one.form), one);
  return groups;
}

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/**
 * Names that the bodies of the two articles spell differently: the same letters with other signs between them, or a form that a
 * flag calls a typo. Another name for the same thing is no other spelling.
 */
export function spellings(whole: Dataset, a: Article, b: Article, opened: ReadonlyMap<string, Opened>): Disagreement[] {
  const typos = whole.flags.filter(({ kind }) => kind === 'typo');
  const isForm = (article: Article, form: string) => (span: Evidence) =>
    span.article === article.id && span.exact === form;
  const typoOf = (article: Article, { form }: Spelling) => typos.find(({ spans }) => spans.some(isForm(article, form)));
  const voices = (article: Article, forms: readonly Spelling[]): Voice[] =>
    forms.map((one) => {
      const typo = typoOf(article, one);
      return {
        words: one.form,
        remark: [times(one.count)],
        number: one.number,
        opened: typo
          ? { mark: typo.id, passage: typo.spans.findIndex(isForm(article, one.form)) + 1 }
          : (opened.get(`${article.id}#${one.number}`) ?? null),
      };
    });
  return (['actors', 'places'] as const).flatMap((list) => {
    const [inA, inB] = [spellingsIn(whole, a, list), spellingsIn(whole, b, list)];
    // What only one of them names is spelt differently by none.
    const inBoth = whole[list].filter(({ id }) => inA.has(id) && inB.has(id));
    return inBoth.flatMap(({ id, name }): Disagreement[] => {
      const [formsA, formsB] = [[...(inA.get(id)?.values() ?? [])], [...(inB.get(id)?.values() ?? [])]];
      const row = (key: string, ownA: Spelling[], ownB: Spelling[], flags: TextFlag[]): Disagreement[] => {
        const [setA, setB] = [ownA, ownB].map((own) =>
          own
            .map(({ form }) => form)
            .sort()
            .join('\n'),
        );
        if (ownA.length === 0 || ownB.length === 0 || setA === setB) return [];
        const base = { key: `spelling:${id}:${key}`, about: 'spelling' as const, what: name, flags };
        return [{ ...base, a: voices(a, ownA), b: voices(b, ownB) }];
      };
      const mistaken = [...formsA.map((one) => typoOf(a, one)), ...formsB.map((one) => typoOf(b, one))].filter(
        (flag) => flag !== undefined,
      );
      if (mistaken.length > 0) return row('typo', formsA, formsB, mistaken);
      const [lettersA, lettersB] = [byLetters(formsA), byLetters(formsB)];
      return [...lettersA].flatMap(([key, own]) => row(key, own, lettersB.get(key) ?? [], []));
    });
  });
}
