import { EMBEDS, type Embed } from './view.ts';

/**
 * The panel that the query of an address makes an embed, which any page may hold in a frame; null for every other query. Servers, the copy
 * on the device, `public/before-paint.js` and the app all decide by this one rule, from the query as it came: every name in it is of
 * letters, digits and underscores, and "embed", in whatever letters, is one of them once, as in `embed=map`. Nothing is decoded or mended:
 * what two readers may read in two ways is no embed.
 */
export function embedOf(search: string): Embed | null {
  const query = `&${search.replace(/^\?/, '')}&`;
  const odd = /&[^&=]*[^\w&=]/.test(query);
  if (odd || query.match(/&embed(?=[&=])/gi)?.length !== 1) return null;
  return EMBEDS.find((embed) => query.includes(`&embed=${embed}&`)) ?? null;
}
