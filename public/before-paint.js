// Runs before anything is painted: the theme of the link or the system, so that a dark page never starts white; and a mark when
// the address names another view than the one in the page, so that this one is not shown for a moment first.
(() => {
  const { dataset } = document.documentElement;
  const asked = /[?&]theme=(light|dark|contrast)(?:&|$)/.exec(location.search);
  const holds = (query) => matchMedia(query).matches;
  const system = holds('(prefers-contrast: more)') ? 'contrast' : holds('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  dataset.theme = asked ? asked[1] : system;
  if (location.search !== '') dataset.linked = '';
})();
