import type { Embed } from './view.ts';

/** The panels of the desk in their order: what each is called, and the embed that shows it alone, if one does. */
export const PANELS = {
  ties: { title: 'Who relates to whom', embed: 'ties' },
  venues: { title: 'Where it may happen', embed: 'map' },
  speakers: { title: 'Who speaks', embed: null },
  wall: { title: 'Who said what', embed: 'quotes' },
  timeline: { title: 'When', embed: 'timeline' },
} as const satisfies Record<string, { title: string; embed: Embed | null }>;

export type PanelId = keyof typeof PANELS;

export const PANEL_IDS = Object.keys(PANELS) as PanelId[];

/** What the panel of an embed is called. */
export const embedTitle = (embed: Embed): string =>
  Object.values(PANELS).find((panel) => panel.embed === embed)?.title ?? '';
