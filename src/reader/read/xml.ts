import { SaxesParser } from 'saxes';
import { READ_LIMITS } from './limits.ts';
import type { RefusalCode } from './refusals.ts';

/** An element of XML: its name without the prefix, the prefix, its attributes as they are written. */
export type XmlTag = { name: string; prefix: string; attributes: Record<string, string> };

/** What is called while XML is read. */
export type XmlHandler = {
  open: (tag: XmlTag) => void;
  close: (tag: XmlTag) => void;
  text: (text: string) => void;
};

/** Why the reading of XML stopped: `line` counts from 1. */
export type XmlFault = { code: RefusalCode; line: number };

/** The entities of HTML that feeds use without saying so. They stand for one character each: no entity is ever made of others. */
const ENTITIES: Record<string, string> = {
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  copy: '©',
  eacute: 'é',
};

class Stop extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads XML from front to end and calls the handler; stops at the first fault, at a document type and where elements are too deep. What was
 * handed out by then stands. Null when the end was reached.
 */
export function readXml(text: string, handler: XmlHandler): XmlFault | null {
  const parser = new SaxesParser({ fragment: false });
  Object.assign(parser.ENTITIES, ENTITIES);
  const open: XmlTag[] = [];
  const stop = (code: RefusalCode) => {
    throw new Stop(code);
  };
  parser.on('doctype', () => stop('xml-doctype'));
  parser.on('error', (error) => {
    // An entity that nobody explained stays as it is written.
    if (!/undefined entity/.test(error.message)) stop('broken-xml');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= READ_LIMITS.xmlDepth) stop('xml-too-deep');
    const colon = name.indexOf(':');
    const tag = {
      name: name.slice(colon + 1),
      prefix: name.slice(0, Math.max(0, colon)),
      attributes: attributes as Record<string, string>,
    };
    open.push(tag);
    handler.open(tag);
  });
  parser.on('closetag', () => {
    const tag = open.pop();
    if (tag) handler.close(tag);
  });
  parser.on('text', handler.text);
  parser.on('cdata', handler.text);
  try {
    parser.write(text).close();
    return null;
  } catch (error) {
    if (error instanceof Stop) return { code: error.code, line: parser.line };
    throw error;
  }
}
