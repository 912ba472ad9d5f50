import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { EDITION } from '../../src/coverage/answers/edition.ts';
import type { Dataset } from '../../src/domain/corpus.ts';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import { FILE_POLICY, htmlFile } from '../../src/exports/htmlFile.ts';
import { inRange } from '../../src/exports/pageStyles.ts';
import { provenanceOf } from '../../src/exports/provenance.ts';
import PaperEdition from '../../src/features/paper/PaperEdition.tsx';
import { answered } from '../fixtures/ask.ts';
import { headFor } from '../fixtures/head.ts';
import { FIXTURES } from '../gallery/fixtures/fixtures.ts';
import { deskCorpus } from './deskCorpus.ts';

const WORDS = '</style><script>alert(1)</script><!--styles of this page-->';

async function fileOf(whole: Dataset) {
  const filters = { ...NO_FILTERS, text: WORDS };
  const exported = { head: headFor(whole), filters, link: 'https://desk.example/?v=1&q=%3Cb%3E', made: '2026-11-22' };
  // All of it, with filters that would let nothing pass.
  const all = answered(whole, EDITION, null);
  const shown = { ...all.shown, names: [`“${WORDS}”`] };
  const { container } = render(<PaperEdition edition={{ ...all, shown }} exported={exported} />);
  const [edition] = container.children;
  if (!edition) throw new Error('nothing was drawn');
  const text = await htmlFile(edition, provenanceOf(exported, shown));
  return { edition, text, page: new DOMParser().parseFromString(text, 'text/html') };
}

describe('the paper edition as a file', () => {
  it.each(Object.keys(FIXTURES) as (keyof typeof FIXTURES)[])(
    'holds the words of the fixture %s as text, and no markup of theirs',
    async (name) => {
      const { edition, page, text } = await fileOf(FIXTURES[name]() as Dataset);
      expect(page.querySelectorAll('script, img, iframe, link, base, object')).toHaveLength(0);
      expect(page.querySelectorAll('style')).toHaveLength(1);
      const attributes = [...page.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
      expect(attributes.filter((attribute) => /^on|^style$/.test(attribute))).toEqual([]);
      const plain = (element: Element | null) => (element?.textContent ?? '').replace(/[\r\n\0\uFFFD]/g, '');
      expect(plain(page.querySelector('main > article'))).toBe(plain(edition));
      expect(text.match(/<style>/g)).toHaveLength(1);
    },
  );

  it('has a policy that lets nothing in, before anything else, and says where it comes from', async () => {
    const { page } = await fileOf(deskCorpus());
    const policy = page.head.children[1];
    expect(policy?.getAttribute('content')).toBe(FILE_POLICY);
    expect(page.querySelector('meta[name="description"]')?.getAttribute('content')).toMatch(
      /As of 2019-01-10, made on 2026-11-22\. Coverage small, digest [0-9a-f]{16}\. https:\/\/desk\.example\//,
    );
    const addresses = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(addresses).toContain('https://desk.example/?v=1&q=%3Cb%3E');
  });

  it('gives a carriage return back as one', async () => {
    const [first, ...others] = deskCorpus().flags;
    if (!first) throw new Error('the corpus has no flag');
    const { page } = await fileOf({ ...deskCorpus(), flags: [{ ...first, note: 'one\rtwo\r\nthree' }, ...others] });
    expect(page.body.textContent).toContain('one\rtwo\r\nthree');
  });

  it('leaves out no character unseen: what a page cannot hold is the replacement character', async () => {
    const [first, ...others] = deskCorpus().flags;
    if (!first) throw new Error('the corpus has no flag');
    const { page, text } = await fileOf({
      ...deskCorpus(),
      flags: [{ ...first, note: 'null \u0000 byte' }, ...others],
    });
    expect(text).not.toContain('\u0000');
    expect(page.body.textContent).toContain('null \uFFFD byte');
  });

  it('leads from every number to its footnote and back', async () => {
    const { page } = await fileOf(deskCorpus());
    const links = [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1) ?? '');
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((id) => page.querySelectorAll(`[id="${id}"]`).length !== 1)).toEqual([]);
  });
});

describe('a range of characters', () => {
  it('is needed when the text has one of them', () => {
    expect(inRange('Kim', 'U+0-FF, U+131')).toBe(true);
    expect(inRange('Kim', 'U+100-2BA')).toBe(false);
    expect(inRange('Erdoğan', 'U+100-2BA')).toBe(true);
    expect(inRange('Kim', '')).toBe(true);
  });
});
