import type { Theme, View } from '../domain/view.ts';

/** The theme that the system asks for. */
function systemTheme(): Theme {
  if (window.matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Sets the theme on the document; null follows the system, or is the dark theme of the wall on a kiosk. */
export function applyTheme({ theme, kiosk }: Pick<View, 'theme' | 'kiosk'>): void {
  document.documentElement.dataset.theme = theme ?? (kiosk === null ? systemTheme() : 'kiosk');
}

/** Calls back whenever the system changes its mind; returns the way to stop. */
export function onSystemTheme(listener: () => void): () => void {
  const queries = ['(prefers-contrast: more)', '(prefers-color-scheme: dark)'].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
