import type { Theme } from '../domain/view.ts';

/** The theme that the system asks for. */
export function systemTheme(): Theme {
  if (window.matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Sets the theme on the document; null follows the system. */
export function applyTheme(theme: Theme | null): void {
  document.documentElement.dataset.theme = theme ?? systemTheme();
}

/** Calls back whenever the system changes its mind; returns the way to stop. */
export function onSystemTheme(listener: () => void): () => void {
  const queries = ['(prefers-contrast: more)', '(prefers-color-scheme: dark)'].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
