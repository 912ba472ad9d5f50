// @vitest-environment node
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { HEADLINE, STORY, utf8, wordFile, wordParagraph } from './files.ts';
import { onlyArticle, onlyProblem } from './reading.ts';

const documentOf = (body: string) => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const words = (text: string) => wordParagraph(`<w:r><w:t>${text}</w:t></w:r>`);

describe('a Word document', () => {
  it('is its paragraphs, with what was inserted and without what was deleted', async () => {
    const article = await onlyArticle(wordFile(), 'story.docx');
    expect(article.text).toBe(
      [
        HEADLINE,
        '8 January 2019',
        'The harbour will stay closed until Friday.',
        'Arden & Berg said “no”.',
        'In a cell.',
      ].join('\n\n'),
    );
    expect(article.headline).toEqual({ value: HEADLINE, found: 'title style' });
    expect(article.published).toEqual({ value: '2019-01-08', found: 'dateline' });
    expect(article.from.format).toBe('docx');
    expect(article.notes.map(({ code }) => code)).toEqual(['tracked']);
  });

  it('lists what stands beside its text, each once', async () => {
    const { leftOut } = await onlyArticle(wordFile(), 'story.docx');
    expect(leftOut.map(({ text, where }) => [where, text])).toEqual([
      ['hidden words', 'secret'],
      ['words deleted in tracked changes', 'perhaps'],
      ['text box', 'In a box.'],
      ['footnote', 'A note below.'],
      ['page header', 'Draft'],
    ]);
  });

  it('has its first line as the headline where no style says it', async () => {
    const file = wordFile({ 'word/document.xml': documentOf(words(HEADLINE) + words(STORY[0])) });
    expect((await onlyArticle(file, 'a.docx')).headline).toEqual({ value: HEADLINE, found: 'first line' });
  });

  it.each<[string, () => Uint8Array]>([
    ['broken-zip', () => wordFile().subarray(0, 700)],
    ['broken-docx', () => wordFile({ 'word/document.xml': '<w:document><w:body><w:p>' })],
    [
      'xml-doctype',
      () => wordFile({ 'word/document.xml': `<!DOCTYPE w [<!ENTITY a "b">]>${documentOf(words('&a;'))}` }),
    ],
    ['docx-too-large', () => wordFile({ 'word/document.xml': new Uint8Array(70_000_000).fill(32) })],
    [
      'docx-too-large',
      () => zipSync(Object.fromEntries(Array.from({ length: 4_100 }, (_, index) => [`word/${index}`, utf8('')]))),
    ],
    ['no-text', () => wordFile({ 'word/document.xml': documentOf(words('')) })],
    [
      'other-document',
      () => zipSync({ mimetype: utf8('application/epub+zip'), 'META-INF/container.xml': utf8('<a/>') }),
    ],
  ])('is refused: %s', async (code, file) => expect((await onlyProblem(file(), 'a.docx')).code).toBe(code));

  it('that lies about its size is stopped while it is unpacked', async () => {
    const file = Uint8Array.from(wordFile({ 'word/document.xml': new Uint8Array(65_000_000).fill(32) }));
    const view = new DataView(file.buffer);
    // The sizes of the unpacked parts, in the heads of the parts and in the list at the end (PKZIP APPNOTE 4.3.7 and 4.3.12).
    for (let at = 0; at + 30 < file.length; at += 1) {
      const head = view.getUint32(at, true);
      if (head === 0x04034b50) view.setUint32(at + 22, 100, true);
      if (head === 0x02014b50) view.setUint32(at + 24, 100, true);
    }
    expect((await onlyProblem(file, 'a.docx')).code).toBe('docx-too-large');
  });

  it('lists its comments', async () => {
    const comments = `<w:comments><w:comment>${words('A comment.')}</w:comment></w:comments>`;
    const file = zipSync({
      'word/comments.xml': utf8(comments),
      'word/document.xml': utf8(documentOf(words(STORY[0]))),
    });
    const article = await onlyArticle(file, 'a.docx');
    expect(article.text).toBe(STORY[0]);
    expect(article.leftOut).toEqual([{ text: 'A comment.', where: 'comment', at: STORY[0].length }]);
  });
});
