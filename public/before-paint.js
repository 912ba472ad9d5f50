// Runs before anything is painted: the theme of the link or the system, so that a dark page never starts white; a mark when the
// address names another view than the one in the page, or when another page holds this one in a frame, so that what came with the page
// is not shown for a moment first; and what is clicked or pressed before the app has come is kept for it. The page is shown once it is
// whole and its fonts are there, so that no line breaks anew before one's eyes.
(() => {
  const { dataset } = document.documentElement;
  const asked = /[?&]theme=(light|dark|contrast)(?:&|$)/.exec(location.search);
  const holds = (query) => matchMedia(query).matches;
  const system = holds('(prefers-contrast: more)') ? 'contrast' : holds('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  // The query as it came, read by the rule of src/domain/embedOf.ts: a test compares.
  const params = location.search.slice(1).split('&');
  const names = params.map((param) => param.split('=')[0].toLowerCase());
  const valueOf = (name) =>
    names.some((one) => /\W/.test(one)) || names.filter((one) => one === name).length !== 1
      ? ''
      : params.find((param) => param.startsWith(`${name}=`))?.slice(name.length + 1);
  const embed = /^(?:quotes|ties|map|timeline)$/.test(valueOf('embed'));
  const seconds = /^[1-9]\d*$/.exec(valueOf('kiosk'));
  const kiosk = !embed && seconds >= 5 && seconds <= 3600;
  dataset.theme = asked ? asked[1] : kiosk ? 'kiosk' : system;
  const framed = window.top !== window.self;
  if (location.search !== '' || framed) dataset.linked = '';

  dataset.waiting = '';
  let show = () => {};
  // The app draws once there are sizes to be measured.
  window.pageShown = new Promise((resolve) => {
    show = () => {
      delete dataset.waiting;
      resolve();
    };
  });
  const look = () => {
    const style = getComputedStyle(document.documentElement);
    const faces = ['--sans', '--serif'].flatMap((role) => style.getPropertyValue(role).split(',')[0] || []);
    if (document.readyState === 'loading' || faces.length === 0) requestAnimationFrame(look);
    else Promise.all(faces.map((face) => document.fonts.load(`13px ${face}`))).then(show, show);
  };
  requestAnimationFrame(look);
  // The longest wait, in milliseconds: half of what browsers wait for a font by themselves. Then the system's faces stand in.
  setTimeout(show, 1500);

  const kept = [];
  const keep = (event) => kept.push(event);
  const types = ['click', 'keydown'];
  for (const type of types) addEventListener(type, keep, true);
  window.earlyEvents = {
    take: () => {
      for (const type of types) removeEventListener(type, keep, true);
      return kept.splice(0);
    },
  };

  // When a file of the app cannot be loaded, also before the app has come, heal.js puts it right (src/offline/heal.ts). Not in frames of
  // somebody else, where nothing is stored; the wall screen with its own coverage is held by its watchdog.
  const wall = kiosk && !names.includes('data') && !names.includes('file');
  if (!embed && (wall || !framed)) {
    const heal = (broken) => import('./heal.js').then((module) => module.heal(broken), () => {});
    const onError = ({ target, error }) => {
      if (target instanceof HTMLScriptElement) heal(target.src);
      else if (target instanceof HTMLLinkElement && target.relList.contains('stylesheet')) heal(target.href);
      else if (error instanceof SyntaxError) heal();
    };
    addEventListener('error', onError, true);
    addEventListener('vite:preloadError', ({ payload }) => heal(/https?:\S+/.exec(payload?.message)?.[0]));
  }
})();
