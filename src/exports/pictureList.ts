import { PANEL_IDS, PANELS, type PanelId } from '../domain/panel.ts';

/** What can be had as a picture: the whole desk, or one panel of it. */
export type PictureId = 'desk' | PanelId;

/** A picture on offer, with the heading by which its panel is found. */
export type PictureOffer = { id: PictureId; heading: string };

/** Every picture of the desk, in the order in which they are offered. */
export const PICTURES: readonly PictureOffer[] = [
  { id: 'desk', heading: 'The whole desk' },
  ...PANEL_IDS.map((id) => ({ id, heading: PANELS[id].title })),
];

/** What a region is called: by its own label, or by the element that labels it. */
function labelOf(region: Element): string | null {
  const by = region.getAttribute('aria-labelledby');
  const label = by === null ? region.getAttribute('aria-label') : region.ownerDocument.getElementById(by)?.textContent;
  return label?.trim() ?? null;
}

/** The element of the page that a picture shows; null when the page does not have it now: under a filter that leaves no statement, the wall is gone. */
export function pictureElement(page: Document, { id, heading }: PictureOffer): HTMLElement | null {
  const main = page.querySelector('main');
  const panels = [...(main?.querySelectorAll<HTMLElement>(':scope > section') ?? [])];
  if (id === 'desk') return panels.length > 0 ? main : null;
  return panels.find((panel) => labelOf(panel) === heading) ?? null;
}
