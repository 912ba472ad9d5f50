import { screen } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinOf } from '../../src/domain/pin.ts';
import { EmbedPart } from '../../src/features/share/EmbedPart.tsx';
import { EMBED_SANDBOX, embedSnippet, frameTitle, heightScript } from '../../src/features/share/embedSnippet.ts';
import { decodeLink, encodeLink } from '../../src/url/link.ts';
import { renderDesk } from '../fixtures/desk.tsx';
import { headFor } from '../fixtures/head.ts';
import { deskCorpus } from './deskCorpus.ts';

/** What a browser makes of a snippet: its only element, or a failed test. */
function onlyElement(snippet: string): Element {
  const { body, head } = new DOMParser().parseFromString(snippet, 'text/html');
  expect(head.childNodes).toHaveLength(0);
  expect(body.childNodes).toHaveLength(1);
  const [element] = body.children;
  if (!element) throw new Error('no element');
  expect(element.childNodes).toHaveLength(0);
  return element;
}

const attributesOf = (element: Element) =>
  Object.fromEntries([...element.attributes].map((one) => [one.name, one.value]));

const HOSTILE = [
  '"><script>alert(1)</script>',
  "' onload='alert(1)",
  '" onload="alert(1)" x="',
  '</iframe><img src=x onerror=alert(1)>',
  '&quot;&#34;&lt;&amp;amp;',
  '<!-- --> ]]>',
  '\u202Egnp.exe',
  'two\r\nlines\tand\0nothing',
  '\uD800 alone',
];

describe('the snippet', () => {
  const src = 'https://news.example/dateline/?v=1&actor=kim-jong-un&embed=quotes';

  it('is one lazy frame that may run scripts, be of its own origin and open tabs, and no more', () => {
    const frame = onlyElement(embedSnippet({ src, title: 'Who said what', height: 640.4 }));
    expect(frame.tagName).toBe('IFRAME');
    expect(attributesOf(frame)).toEqual({
      src,
      title: 'Who said what',
      loading: 'lazy',
      width: '100%',
      height: '640',
      referrerpolicy: 'no-referrer',
      sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
      style: 'border:0',
    });
  });

  it.each(HOSTILE)('holds %j as text', (text) => {
    const frame = onlyElement(
      embedSnippet({ src: `${src}&x=${text.replaceAll(/[\0\r\uD800]/g, '')}`, title: text, height: 1 }),
    );
    expect(frame.getAttribute('title')).toBe(frameTitle(text));
    expect(frame.getAttributeNames()).toHaveLength(8);
    expect(frame.getAttribute('sandbox')).toBe(EMBED_SANDBOX);
  });

  it('holds any text as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true }), (title, address) => {
        const frame = onlyElement(embedSnippet({ src: address, title, height: 300 }));
        expect(frame.getAttribute('title')).toBe(frameTitle(title));
        expect(frame.getAttribute('src')).toBe(address);
        expect(frame.getAttributeNames()).toHaveLength(8);
      }),
    );
  });

  it('names the frame on one line and without marks that turn its direction', () => {
    expect(frameTitle(' a\r\n b\u202Ec\u2066 \0')).toBe('a b c');
  });

  it('has a script that names the one origin it listens to', () => {
    const script = heightScript('https://news.example:8443/a?q=</script>');
    expect(script).toContain('event.origin !== "https://news.example:8443"');
    expect(script.match(/<\/?script/g)).toEqual(['<script', '</script']);
  });
});

describe('the embed part', () => {
  const corpus = deskCorpus();
  const pin = pinOf({ ...headFor(corpus), digest: '0123456789abcdef' });
  /** The desk of the fixtures has links of its own; here they are as the app makes them. */
  const start = async (given: typeof pin | null = pin, title = corpus.title) => {
    const copied: string[] = [];
    const shown = await renderDesk(
      ({ desk }) => (
        <EmbedPart
          desk={{
            ...desk,
            linkTo: (patch) =>
              `https://news.example/?${encodeLink({ filters: desk.filters, view: { ...desk.view, ...patch }, rest: [] })}`,
          }}
          onCopy={(text) => copied.push(text)}
          pin={given}
        />
      ),
      { corpus: { ...corpus, title }, filters: { kinds: ['direct'] }, view: { order: 'speaker', ties: 'matrix' } },
    );
    const lines = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'For your page' }).value;
    const link = () => {
      const frame = new DOMParser().parseFromString(lines(), 'text/html').querySelector('iframe');
      return decodeLink(new URL(frame?.getAttribute('src') ?? '').search);
    };
    const choose = (name: string) => shown.user.click(screen.getByRole('button', { name }));
    return { ...shown, copied, lines, link, choose };
  };

  it('starts with a living embed of the quotations, in the order of the wall and with the filters', async () => {
    const { link, lines, copied, choose } = await start();
    const { state, notes } = link();
    expect(notes).toEqual([]);
    expect(state.view).toMatchObject({ embed: 'quotes', order: 'speaker', ties: null, pin: null, theme: null });
    expect(state.filters.kinds).toEqual(['direct']);
    expect(lines()).toContain(`title="Who said what. Only Direct. ${corpus.title}"`);
    await choose('Copy');
    expect(copied).toEqual([lines()]);
  });

  it('makes an embed of each panel, light, dark or as the system', async () => {
    const { link, choose } = await start();
    await choose('Ties');
    expect(link().state.view).toMatchObject({ embed: 'ties', ties: 'matrix', order: 'weight' });
    await choose('Map');
    expect(link().state.view).toMatchObject({ embed: 'map', ties: null });
    await choose('Timeline');
    await choose('Dark');
    expect(link().state.view).toMatchObject({ embed: 'timeline', theme: 'dark' });
    await choose('As the reader’s');
    expect(link().state.view.theme).toBeNull();
  });

  it('freezes with the pin, and waits for it', async () => {
    const { link, choose } = await start();
    await choose('Frozen');
    expect(link().state.view.pin).toEqual(pin);
    expect(screen.getByText(/Made on the coverage as of/)).toBeVisible();
  });

  it('offers nothing to copy while the pin is worked out', async () => {
    const { choose, lines } = await start(null);
    await choose('Frozen');
    expect(screen.getByRole('button', { name: 'Copy' })).toBeDisabled();
    expect(lines()).not.toContain('iframe');
    await choose('Living');
    expect(screen.getByRole('button', { name: 'Copy' })).toBeEnabled();
  });

  it('adds the script when asked for', async () => {
    const { user, lines } = await start();
    expect(lines()).not.toContain('<script>');
    await user.click(screen.getByRole('checkbox'));
    expect(lines()).toContain('event.origin !== "https://news.example"');
  });

  it.each(HOSTILE)('keeps a coverage called %j inside its attribute', async (title) => {
    const { lines } = await start(pin, title);
    expect(onlyElement(lines()).getAttributeNames()).toHaveLength(8);
  });

  it('shows a preview when asked for, and gives it the height that it tells', async () => {
    const { user } = await start();
    expect(document.querySelector('iframe')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show a preview' }));
    const frame = screen.getByTitle<HTMLIFrameElement>(/^Preview: Who said what/);
    const tell = (data: unknown, source: MessageEventSource | null) =>
      window.dispatchEvent(new MessageEvent('message', { data, source }));
    tell({ type: 'dateline:height', height: 111 }, window);
    tell({ type: 'other', height: 112 }, frame.contentWindow);
    tell({ type: 'dateline:height', height: '113' }, frame.contentWindow);
    expect(frame).toHaveAttribute('height', '840');
    tell({ type: 'dateline:height', height: 700 }, frame.contentWindow);
    await expect.poll(() => frame.getAttribute('height')).toBe('700');
  });
});
