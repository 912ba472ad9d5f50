import { readXml, type XmlFault, type XmlTag } from '../xml.ts';

/** A paragraph of a Word document. `style` is the name that Word keeps it under; `where` is null for the running text. */
export type WordParagraph = { text: string; style: string; where: string | null };

/** Elements whose content is not written on the page where they stand. */
const SILENT = new Set(['instrText', 'delInstrText', 'Fallback', 'pict', 'fldData']);
/** Elements whose words stand beside the running text. */
const BESIDE: Record<string, string> = {
  txbxContent: 'text box',
  footnote: 'footnote',
  endnote: 'endnote',
  comment: 'comment',
};
const SIGNS: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011', softHyphen: '\u00ad' };

const value = ({ attributes }: XmlTag) => attributes['w:val'] ?? attributes.val ?? '';
const isOn = (tag: XmlTag) => !/^(?:0|false|off)$/.test(value(tag));

/** A paragraph that is being read; `dropped` are words of it that Word does not show. */
type Open = { text: string; style: string; where: string | null; hidden: string; deleted: string };

/**
 * Reads the paragraphs of one part of a Word document in their order. Text boxes, footnotes, words that were deleted while changes were tracked, and
 * hidden words are paragraphs of their own with a place.
 */
export function wordParagraphs(
  xml: string,
  place: string | null,
  onParagraph: (paragraph: WordParagraph) => void,
): XmlFault | null {
  const open: Open[] = [];
  const around: (string | null)[] = [place];
  let silent = 0;
  let writing: 'text' | 'deleted' | null = null;
  let runHidden = false;
  let inRun = false;
  const put = (words: string) => {
    const paragraph = open.at(-1);
    if (!paragraph || silent > 0) return;
    if (writing === 'deleted') paragraph.deleted += words;
    else if (runHidden) paragraph.hidden += words;
    else paragraph.text += words;
  };
  const hand = (text: string, style: string, where: string | null) => {
    if (text.trim() !== '') onParagraph({ text: text.trim(), style, where });
  };
  return readXml(xml, {
    open: (tag) => {
      const { name } = tag;
      if (SILENT.has(name)) silent += 1;
      if (Object.hasOwn(BESIDE, name)) around.push(BESIDE[name] ?? null);
      if (name === 'p') open.push({ text: '', style: '', where: around.at(-1) ?? null, hidden: '', deleted: '' });
      else if (name === 'r') [inRun, runHidden] = [true, false];
      else if (name === 'pStyle') {
        const paragraph = open.at(-1);
        if (paragraph) paragraph.style = value(tag);
      } else if (name === 'vanish' && inRun) runHidden = isOn(tag);
      else if (name === 't' || name === 'delText') writing = name === 't' ? 'text' : 'deleted';
      else if (inRun && Object.hasOwn(SIGNS, name)) put(SIGNS[name] ?? '');
    },
    text: (words) => {
      if (writing !== null) put(words);
    },
    close: ({ name }) => {
      if (SILENT.has(name)) silent -= 1;
      if (Object.hasOwn(BESIDE, name)) around.pop();
      if (name === 't' || name === 'delText') writing = null;
      else if (name === 'r') [inRun, runHidden] = [false, false];
      else if (name === 'p') {
        const paragraph = open.pop();
        if (!paragraph) return;
        hand(paragraph.text, paragraph.style, paragraph.where);
        hand(paragraph.hidden, '', 'hidden words');
        hand(paragraph.deleted, '', 'words deleted in tracked changes');
      }
    },
  });
}
