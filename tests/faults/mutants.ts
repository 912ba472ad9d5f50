import type { Swap } from './swaps.ts';

const REFRESH = 'src/source/refresh.ts';
const FETCH = 'src/source/fetchText.ts';
const KEPT = 'src/source/lastGood.ts';
const CLOCK = 'src/features/kiosk/useClock.ts';

/** What was kept is shown without the door. */
const WITHOUT_DOOR_AGAIN: Swap = {
  file: REFRESH,
  from: 'const verdict = await door(text, AbortSignal.timeout(LONGEST_WAIT * 1000)).catch(() => null);',
  to: 'const verdict = { ok: true, corpus: JSON.parse(text) } as ReadResult;',
};

const GIVES_UP: Swap = {
  file: REFRESH,
  from: 'if (running === own) {',
  to: 'if (running === own && failures === 0) {',
};
const KEEPS_ITS_VERSION: Swap = {
  file: 'src/app/KioskScreen.tsx',
  from: 'void updates.take();',
  to: '',
};

/**
 * The app without one of its defences, by name. `mutants.test.ts` holds each swap against the source: who changes a defence finds its
 * swap here.
 */
export const MUTANTS: Record<string, Swap[]> = {
  'gives-up': [GIVES_UP],
  'gives-up-and-stays': [GIVES_UP, KEEPS_ITS_VERSION],
  'without-door': [
    {
      file: REFRESH,
      from: 'const verdict = await door(text, signal);',
      to: 'const verdict = (await door("", signal), { ok: true, corpus: JSON.parse(text) }) as ReadResult;',
    },
  ],
  'takes-shrunk': [{ file: REFRESH, from: 'if (after * 2 < before)', to: 'if (after < 0)' }],
  'deaf-to-retry-after': [{ file: REFRESH, from: 'return wish === null ? backOff', to: 'return wish !== 0 ? backOff' }],
  'in-step': [{ file: REFRESH, from: '* (0.5 + random)', to: '* 1' }],
  'believes-online': [
    {
      file: REFRESH,
      from: 'const text = await fetchLatest(own.signal);',
      to: 'if (!navigator.onLine) throw new Error("offline"); const text = await fetchLatest(own.signal);',
    },
  ],
  'without-deadline': [{ file: FETCH, from: 'AbortSignal.any([signal, deadline])', to: 'signal' }],
  'without-limit': [{ file: FETCH, from: 'if (bytes > MOST_BYTES)', to: 'if (bytes < 0)' }],
  'takes-any-status': [{ file: FETCH, from: 'if (!response.ok)', to: 'if (response.status < 0)' }],
  'recalls-anything': [WITHOUT_DOOR_AGAIN],
  'recalls-older': [
    {
      file: REFRESH,
      from: '!takesOlder && head.asOf.date < than.head.asOf.date',
      to: '!takesOlder && head.asOf.date === ""',
    },
  ],
  'waits-for-ever': [{ file: REFRESH, from: 'Math.min(LONGEST_WAIT, wish)', to: 'wish' }],
  forgets: [
    {
      file: 'src/app/latestCoverage.ts',
      from: 'onSeen: (text) => void keepLastGood(LATEST, text)',
      to: 'onSeen: () => {}',
    },
  ],
  'trusts-storage': [
    {
      file: KEPT,
      from: '  } catch {\n    // Nothing to be done: the next good one is tried again.\n  }',
      to: '  } finally {\n  }',
    },
    { file: KEPT, from: '  } catch {\n    return null;\n  }', to: '  } finally {\n  }' },
  ],
  'saves-in-pieces': [
    WITHOUT_DOOR_AGAIN,
    {
      file: KEPT,
      from: 'await (await caches.open(CACHE)).put(keyOf(name), new Response(text));',
      to: 'for (const part of [text.slice(0, text.length / 2), text]) await (await caches.open(CACHE)).put(keyOf(name), new Response(part));',
    },
  ],
  'scene-in-its-own-file': [
    {
      file: 'src/features/kiosk/SceneContent.tsx',
      from: "import { TiesScene } from './TiesScene.tsx';",
      to: "import { lazy } from 'react'; const TiesScene = lazy(() => import('./TiesScene.tsx').then((all) => ({ default: all.TiesScene })));",
    },
  ],
  'counts-turns': [
    {
      file: CLOCK,
      from: 'const changed = turnAt(seconds, moment).turn !== turn.turn;',
      to: 'const changed = turnAt(seconds, moment).turn < 0 && turn.turn < 0;',
    },
    {
      file: CLOCK,
      from: 'if (changed || Math.floor(moment / 60_000) !== minute) setNow(moment);',
      to: 'if (changed) setNow(minute);',
    },
    {
      file: CLOCK,
      from: 'latest.current.onTurn();\n        setNow(Date.now());',
      to: 'latest.current.onTurn();\n        setNow(turn.to);',
    },
    { file: CLOCK, from: 'Math.max(0, turn.to - Date.now())', to: 'turn.to - turn.from' },
  ],
  'only-forward': [
    { file: CLOCK, from: '.turn !== turn.turn;', to: '.turn > turn.turn;' },
    { file: CLOCK, from: 'Math.floor(moment / 60_000) !== minute', to: 'Math.floor(moment / 60_000) > minute' },
    {
      file: CLOCK,
      from: 'latest.current.onTurn();\n        setNow(Date.now());',
      to: 'latest.current.onTurn();\n        setNow((known) => Math.max(known, Date.now()));',
    },
  ],
  'local-turns': [
    {
      file: 'src/features/kiosk/clock.ts',
      from: 'const round = Math.floor(now / total);',
      to: 'now -= new Date(now).getTimezoneOffset() * 60_000; const round = Math.floor(now / total);',
    },
  ],
  'without-boundary': [
    {
      file: 'src/app/KioskScreen.tsx',
      from: "import { ErrorBoundary } from 'react-error-boundary';",
      to: 'const ErrorBoundary = ({ children }) => children;',
    },
  ],
  'patient-door': [
    {
      file: 'src/source/openCoverage.ts',
      from: 'deadline === null ? signal : AbortSignal.any([signal, AbortSignal.timeout(deadline)])',
      to: 'signal',
    },
  ],
  'holds-nothing': [
    {
      file: 'src/offline/worker.ts',
      from: 'if (cacheKey) event.respondWith',
      to: "if (cacheKey === '') event.respondWith",
    },
  ],
  'holds-anything': [
    {
      file: 'src/offline/worker.ts',
      from: 'cachedResponse && integrity && (await isBuiltFile(cachedResponse, request.url, integrity))',
      to: 'cachedResponse && integrity',
    },
  ],
  'keeps-its-version': [KEEPS_ITS_VERSION],
  'looks-away': [
    {
      file: 'src/watchdog/pulse.js',
      from: "  lost() {\n    if (this.state === 'pausing') return;",
      to: '  lost() {\n    if (this.state) return;',
    },
  ],
  'reloads-on-rejection': [
    {
      file: 'src/app/main.tsx',
      from: 'const client = createQueryClient();',
      to: 'window.addEventListener("unhandledrejection", () => window.location.reload()); const client = createQueryClient();',
    },
  ],
  'follows-redirects': [{ file: FETCH, from: "redirect: 'error'", to: "redirect: 'follow'" }],
};

const THROWING = Object.fromEntries(
  ['quote', 'venue', 'ties', 'unsettled', 'tellings'].map((kind) => [
    `${kind}-throws`,
    [
      {
        file: 'src/features/kiosk/SceneContent.tsx',
        from: `    case '${kind}':`,
        to: `    case '${kind}': if (content) throw new Error('broken on purpose');`,
      },
    ],
  ]),
);

/** The app with a fault in its own code, or as another version of itself, by name. */
export const BROKEN: Record<string, Swap[]> = {
  ...THROWING,
  'next-version': [
    { file: 'index.html', from: '<title>Dateline</title>', to: '<title>Dateline, next version</title>' },
    {
      file: 'src/features/kiosk/SceneContent.tsx',
      from: 'This scene could not be drawn.',
      to: 'This scene could not be drawn now.',
    },
  ],
};

/**
 * The swaps of some entries of `MUTANTS` and `BROKEN`, in their order.
 *
 * @throws Error when there is no entry of a name
 */
export function swapsOf(names: readonly string[]): Swap[] {
  return names.flatMap((name) => {
    const swaps = MUTANTS[name] ?? BROKEN[name];
    if (!swaps) throw new Error(`mutants.ts has no entry with the name ${name}`);
    return swaps;
  });
}
