/** What a frame needs and no more: scripts, its own files, and a full view that is not bound by any of this. */
export const EMBED_SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** Controls, and marks that turn the direction of what stands around them: of no use in a name, and a trap in somebody's editor. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** Text of a corpus as the name of a frame: on one line, without what is not seen. */
export const frameTitle = (text: string): string =>
  text.toWellFormed().replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** The element for a page of somebody else. `title` is what screen readers call it, `height` is in px. */
export function embedSnippet({ src, title, height }: { src: string; title: string; height: number }): string {
  const attributes: [name: string, value: string][] = [
    ['src', src],
    ['title', frameTitle(title)],
    ['loading', 'lazy'],
    ['width', '100%'],
    ['height', String(Math.round(height))],
    ['referrerpolicy', 'no-referrer'],
    ['sandbox', EMBED_SANDBOX],
    ['style', 'border:0'],
  ];
  return `<iframe ${attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}></iframe>`;
}

/**
 * Lines for the page around a frame that make it as high as its content. Only a frame of ours, on that page, can set a height, and only
 * its own; one script does for all frames of a page.
 */
export function heightScript(src: string): string {
  // The origin of an address holds no quotation marks and no angle brackets.
  return `<script>
addEventListener("message", function (event) {
  var data = event.data;
  if (event.origin !== "${new URL(src).origin}" || !data || data.type !== "dateline:height") return;
  if (!Number.isInteger(data.height) || data.height < 1 || data.height > 30000) return;
  document.querySelectorAll("iframe").forEach(function (frame) {
    if (frame.contentWindow === event.source) frame.height = data.height;
  });
});
</script>`;
}
