import { dataHosts } from './dataHosts.ts';

/** A directive of a content security policy: its name and its sources. */
type Directive = readonly [name: string, sources: string];

/** Nothing but the app's own files, no inline code or styles, no markup from text. `frame-src` is for the preview of an embed. */
const DIRECTIVES: readonly Directive[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['font-src', "'self'"],
  // A picture of a panel is an SVG that the browser draws on a canvas: only as a data address may it be read back from there.
  ['img-src', "'self' data:"],
  // Other hosts only in a build that may open addresses.
  ['connect-src', ["'self'", ...dataHosts()].join(' ')],
  ['manifest-src', "'self'"],
  ['worker-src', "'self'"],
  ['frame-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
  ['require-trusted-types-for', "'script'"],
  ['trusted-types', 'dateline-workers'],
];

const written = (directives: readonly Directive[]) => directives.map((directive) => directive.join(' ')).join('; ');

/** The policy in the built page, without `frame-ancestors`, which a meta element cannot carry. */
export const CONTENT_SECURITY_POLICY = written(DIRECTIVES);

/**
 * The value of the header `Content-Security-Policy`. `ancestors` are the sources of the pages that may hold the app in a frame; null is any
 * page at all, also one from a disk, which `*` would leave out.
 */
export const policyHeader = (ancestors: string | null): string =>
  written(ancestors === null ? DIRECTIVES : [...DIRECTIVES, ['frame-ancestors', ancestors]]);

/** The policy in the page of a watchdog that may hold wall screens of some origins and no other page. */
export const watchdogPolicy = (walls: readonly string[]): string =>
  written([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['style-src', "'self'"],
    ['frame-src', walls.join(' ')],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', "'none'"],
  ]);

/** The same as a header, which can also say that nobody may hold the watchdog itself. */
export const watchdogPolicyHeader = (walls: readonly string[]): string =>
  `${watchdogPolicy(walls)}; frame-ancestors 'none'`;

/** What the app asks the browser for: to keep the screen of a wall on, to fill it, and to copy. */
const FEATURES_USED = ['clipboard-write', 'fullscreen', 'screen-wake-lock'];
/** What the shell hands on to the wall screen, which is of another origin. */
const FEATURES_HANDED_ON = ['fullscreen', 'screen-wake-lock'];
/** What neither of them ever asks for. A browser takes no notice of a name that it does not know. */
const FEATURES_DENIED = [
  ...['accelerometer', 'autoplay', 'bluetooth'],
  ...['camera', 'clipboard-read', 'compute-pressure', 'cross-origin-isolated', 'display-capture', 'encrypted-media'],
  ...['gamepad', 'geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'keyboard-map'],
  ...['local-fonts', 'magnetometer', 'microphone', 'midi', 'otp-credentials', 'payment', 'picture-in-picture'],
  ...['publickey-credentials-create', 'publickey-credentials-get', 'serial', 'storage-access', 'usb', 'web-share'],
  ...['window-management', 'xr-spatial-tracking'],
];

/** The value of the header `Permissions-Policy`. */
export function permissionsHeader(page: 'app' | 'watchdog'): string {
  const handedOn = page === 'watchdog' ? FEATURES_HANDED_ON : [];
  const rule = (name: string): string => {
    if (handedOn.includes(name)) return `${name}=*`;
    return page === 'app' && FEATURES_USED.includes(name) ? `${name}=(self)` : `${name}=()`;
  };
  return [...FEATURES_USED, ...FEATURES_DENIED].toSorted().map(rule).join(', ');
}

/** The headers that are the same on every answer. */
export const COMMON_HEADERS: readonly (readonly [name: string, value: string])[] = [
  // A process for the page without its service worker: one that hangs is ended at once, and not when the worker has nothing to do.
  ['Origin-Agent-Cluster', '?1'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['X-Content-Type-Options', 'nosniff'],
  // A link holds what its reader looks at.
  ['Referrer-Policy', 'no-referrer'],
];

/** For a year only by https. Not for the two loopback addresses of a wall, which have no certificate. */
export const TRANSPORT_HEADER = ['Strict-Transport-Security', 'max-age=31536000'] as const;

/** How long a browser may keep a file without asking: the names in `assets` change with the contents, all others stay. */
export const CACHED = { assets: 'public, max-age=31536000, immutable', others: 'no-cache' } as const;
