import { strToU8, zipSync } from 'fflate';

/** Bytes of a text in UTF-8. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes of a text whose characters are all below U+0100: each is one byte. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Bytes of a text in UTF-16, with its mark unless said otherwise. */
export function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('');
  return Uint8Array.from({ length: 2 * units.length }, (_, index) => {
    const unit = units.charCodeAt(index >> 1);
    return (index % 2 === 0) === (order === 'le') ? unit & 0xff : unit >> 8;
  });
}

/** Five paragraphs of an invented story, each a sentence or two. */
export const STORY = [
  'The harbour of Lindvik will stay closed until Friday, the port authority said on Tuesday, after a crane fell into the main basin during the night and blocked the way out for eleven ships.',
  '“Nobody was hurt, and nobody could have been,” said Tom Arden, who heads the authority, at a news conference in front of the empty fish hall. He declined to say what the repair would cost.',
  'Fishermen who gathered at the quay did not hide their anger. According to their union, the boats lose forty thousand crowns for each day on which they cannot leave.',
  'The ministry of transport has sent two engineers. They are to report by the end of the week whether the second crane, which is of the same make and age, may be used again.',
  'Arden said that the authority had asked for new cranes “four years in a row”, and that it would ask again.',
] as const;
export const HEADLINE = 'Fallen crane closes the harbour of Lindvik';

const paragraphs = STORY.map((text) => `<p>${text}</p>`).join('\n');

/** A page of a large publisher: linked data in a graph, a header, a menu, boxes in and beside the text. */
export const GRAPH_PAGE = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>${HEADLINE} | The Harbour Post</title>
<meta property="og:title" content="Crane falls, harbour closes"><meta property="og:site_name" content="Harbour Post Online">
<link rel="canonical" href="https://harbour.example/lindvik/crane">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"WebSite","name":"Site"},{"@type":"Organization","@id":"#org","name":"The Harbour Post"},
{"@type":["Thing","NewsArticle"],"headline":"${HEADLINE}","datePublished":"2019-01-08T22:40:00-05:00","dateModified":"2019-02-01",
"publisher":{"@id":"#org"},"mainEntityOfPage":{"@type":"WebPage","@id":"https://harbour.example/lindvik/crane"}}]}</script></head>
<body><header class="site"><a href="/">The Harbour Post</a></header><nav><ul><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav>
<main><article><h1>${HEADLINE}</h1><p class="byline">By Ada Berg</p><p><time datetime="2019-01-08">8 January</time></p>
${paragraphs}
<figure><img src="x.jpg" alt="A crane"><figcaption>The crane in the basin on Tuesday morning. Photo: A. Berg</figcaption></figure>
<div class="related-links"><h3>Read next</h3><a href="/1">Ferry delayed again in the north</a></div>
<h2>What comes next</h2><blockquote><p>We will be back on Monday, with or without a crane, said one of the fishermen at the quay.</p></blockquote>
<ul><li>The engineers report on Friday, and the basin is measured on Saturday.</li><li>The council meets on Monday evening at seven.</li></ul>
</article></main><aside><p>Sign up for our newsletter</p></aside><footer><p>© The Harbour Post</p></footer></body></html>`;

/** A page of a blog engine: OpenGraph and nothing else, paragraphs as lines with two breaks. */
export const BREAKS_PAGE = `<html><head><title>${HEADLINE} - Nordlys</title><meta charset=utf-8>
<meta property="og:title" content="${HEADLINE}"><meta property="og:site_name" content="Nordlys">
<meta property="article:published_time" content="2019-01-08T09:00:00Z"><meta property="og:url" content="https://nordlys.example/p/12"></head>
<body><div id="wrap"><div class="menu"><a href="/">Home</a> <a href="/about">About</a></div>
<div class="post"><h2>${HEADLINE}</h2><div class="entry">${STORY.join('<br><br>\n')}</div></div>
<div id="comments"><p>First! Great article, thanks for this, I have been waiting for it.</p></div></div></body></html>`;

/** A page of the nineties: tables for the layout, fonts, capitals, no word about itself but its title and a date in the text. */
export const TABLE_PAGE = `<HTML><HEAD><TITLE>${HEADLINE}</TITLE></HEAD><BODY BGCOLOR=white><TABLE><TR><TD WIDTH=120><FONT SIZE=1><A HREF=a.htm>News</A><BR><A HREF=b.htm>Weather</A></FONT></TD>
<TD><FONT SIZE=5><B>${HEADLINE}</B></FONT><P>January 8, 2019<P>${STORY.join('<P>')}</TD></TR></TABLE></BODY></HTML>`;

/** A page that scripts would fill: its text is in the linked data only. */
export const SCRIPT_PAGE = `<!doctype html><html><head><title>Loading</title><script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":"ReportageNewsArticle",
"headline":"${HEADLINE}","articleBody":${JSON.stringify(STORY.join('\n\n'))},"datePublished":"Tue, 08 Jan 2019 09:00:00 GMT","publisher":"Nordlys","isAccessibleForFree":"False","inLanguage":"en"}]</script></head>
<body><div id="root"><p>Please enable scripts.</p></div><script>document.body.textContent = 'filled'</script></body></html>`;

/** A page of links. */
export const FRONT_PAGE = `<!doctype html><html><head><title>Nordlys</title></head><body><div>${Array.from(
  { length: 40 },
  (_, index) =>
    `<div class="item"><h3><a href="/${index}">Headline number ${index} about something that happened today</a></h3></div>`,
).join('')}</div></body></html>`;

const item = (title: string, inner: string) =>
  `<item><title>${title}</title><link>https://nordlys.example/${encodeURIComponent(title)}</link><pubDate>Tue, 08 Jan 2019 09:00:00 +0100</pubDate>${inner}</item>`;

/** RSS with one full text, one summary, one text that breaks off. */
export const RSS = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Nordlys</title><link>https://nordlys.example</link><language>en-gb</language>
${item('Harbour &amp; crane', `<description>Short.</description><content:encoded><![CDATA[${paragraphs}<script>alert(1)</script>]]></content:encoded>`)}
${item('Only a summary', '<description>The council met on Monday, and little came of it.</description>')}
${item('Breaks off', '<content:encoded><![CDATA[<p>The council met on Monday […]</p>]]></content:encoded>')}
</channel></rss>`;

/** Atom with a text of each type. */
export const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Nordlys</title><link href="https://nordlys.example/"/>
<entry><title type="html">Crane &amp;amp; harbour</title><link rel="alternate" href="https://nordlys.example/1"/><published>2019-01-08T09:00:00Z</published><updated>2019-01-09T09:00:00Z</updated>
<content type="html">${paragraphs.replaceAll('<', '&lt;')}</content></entry>
<entry><title>As XHTML</title><link href="https://nordlys.example/2"/><updated>2019-01-09T09:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${paragraphs}</div></content></entry>
<entry><title>As text</title><link href="https://nordlys.example/3"/><published>2019-01-08</published><content>${STORY.join('\n\n')}</content></entry>
<entry><title>Elsewhere</title><content src="https://nordlys.example/4"/><summary>Short.</summary></entry></feed>`;

export const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Nordlys',
  language: 'en',
  items: [
    {
      id: '1',
      url: 'https://nordlys.example/1',
      title: HEADLINE,
      content_html: paragraphs,
      date_published: '2019-01-08T09:00:00Z',
    },
    { id: '2', title: 'As text', content_text: STORY.join('\n\n') },
    { id: '3', title: 'Only a summary', summary: 'Short.' },
  ],
});

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const story = cell(STORY.join('\n\n'));

export const CSV = `Title,URL,Publish Date,Source,Full Text,Section
${cell(HEADLINE)},https://nordlys.example/1,2019-01-08,Nordlys,${story},Ports
No text here,https://nordlys.example/2,2019-01-09,Nordlys,,Ports
`;

/** As spreadsheets write it where the comma stands in numbers, with dates that only the second row settles. */
export const SEMICOLON_CSV = `sep=;\r\nTitel;Text;Datum;Quelle\r\n${cell(HEADLINE)};${story};01/02/2019;Nordlys\r\n${cell('Second')};${story};13/02/2019;Nordlys\r\n`;

export const JSON_ROWS = JSON.stringify({
  total: 2,
  results: [
    {
      headline: HEADLINE,
      body: STORY.join('\n\n'),
      published_at: 1546938000,
      source: { id: null, name: 'Nordlys' },
      link: 'https://nordlys.example/1',
    },
    { headline: 'Without', body: '', published_at: null },
  ],
});

export const JSON_LINES = `{"title":"One","text":${JSON.stringify(STORY.join('\n\n'))}}\n{"title":"Two","text":${JSON.stringify(STORY[0])}}\nnot json\n`;

export const MARKDOWN = `---\ntitle: "From the head"\ndate: 2019-01-08\nsource: Nordlys\n---\n\n# ${HEADLINE}\n\n${STORY.join('\n\n')}\n`;

export const TEXT = `${HEADLINE}\n\n${STORY.join('\n\n')}\n`;

const run = (text: string, properties = '') => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const wordParagraph = (inner: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;

const WITH_CHANGES = [
  run('The harbour will'),
  run(' stay', '<w:rPr><w:b/></w:rPr>'),
  '<w:del><w:r><w:delText> perhaps</w:delText></w:r></w:del>',
  `<w:ins w:id="1">${run(' closed')}</w:ins>`,
  run(' until Friday.'),
  '<w:r><w:footnoteReference w:id="2"/></w:r>',
  run(' secret', '<w:rPr><w:vanish/></w:rPr>'),
].join('');

const DOCUMENT = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>
${wordParagraph(run(HEADLINE), 'Title')}${wordParagraph(run('8 January 2019'))}
${wordParagraph(WITH_CHANGES)}
${wordParagraph(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "x"</w:instrText></w:r>${run('Arden &amp; Berg said “no”.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${wordParagraph(run('In a box.'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${wordParagraph(run('In a box.'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`)}
<w:tbl><w:tr><w:tc>${wordParagraph(run('In a cell.'))}</w:tc></w:tr></w:tbl></w:body></w:document>`;

/** A Word document of some parts; without any, one with all that stands beside a text. */
export function wordFile(parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const whole: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': DOCUMENT,
    'word/footnotes.xml': `<w:footnotes xmlns:w="w"><w:footnote>${wordParagraph(run('A note below.'))}</w:footnote></w:footnotes>`,
    'word/header1.xml': `<w:hdr xmlns:w="w">${wordParagraph(run('Draft'))}</w:hdr>`,
    ...parts,
  };
  const files = Object.entries(whole).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(files), { mtime: '2019-01-08T00:00:00Z' });
}
