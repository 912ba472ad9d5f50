const PATHS = {
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0M10.5 10.5 14 14',
  share: 'M8 9.5V1.8M5 4.5l3-3 3 3M3 8v6h10V8',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  forward: 'M6 3.5 10.5 8 6 12.5',
  down: 'M4 6.5 8 10.5l4-4',
  check: 'M3 8.5 6.5 12 13 4.5',
  warning: 'M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1',
  cooperation: 'M9.4 8a3.7 3.7 0 1 1-7.4 0a3.7 3.7 0 0 1 7.4 0M14 8a3.7 3.7 0 1 1-7.4 0a3.7 3.7 0 0 1 7.4 0',
  conflict: 'M3 3l4 5-4 5M13 3 9 8l4 5',
  talks: 'M2 3h12v7.5H8L4.5 13.5V10.5H2z',
  mediation: 'M1.5 12h13M8 2.5 11 6 8 9.5 5 6z',
  arrow: 'M1.5 8h12M9.5 4l4 4-4 4',
  quotes: 'M2.5 11c2 0 3.5-1.5 3.5-4V4H2.5v3.5H6M9 11c2 0 3.5-1.5 3.5-4V4H9v3.5h3.5',
  network:
    'M5.5 4a2 2 0 1 1-4 0a2 2 0 0 1 4 0M14.5 4.5a2 2 0 1 1-4 0a2 2 0 0 1 4 0M9.5 12.5a2 2 0 1 1-4 0a2 2 0 0 1 4 0M5.5 4.2l5 .2M4.3 5.8l2.4 5M11.4 6.2 8.6 10.8',
  pin: 'M8 14.5C5 11 3 8.8 3 6.3a5 5 0 0 1 10 0c0 2.5-2 4.7-5 8.2M9.8 6.3a1.8 1.8 0 1 1-3.6 0a1.8 1.8 0 0 1 3.6 0',
  clock: 'M14 8a6 6 0 1 1-12 0a6 6 0 0 1 12 0M8 4.5V8l2.5 1.5',
  whole: 'M2 6V2h4M14 6V2h-4M2 10v4h4M14 10v4h-4',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  swap: 'M2 5.5h11M10 2.5l3 3-3 3M14 10.5H3M6 7.5l-3 3 3 3',
} as const;

export type IconName = keyof typeof PATHS | 'theme' | 'resolved' | 'unresolved';

/** A small line drawing beside a word; hidden from assistive technology, since the word is there. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.5"
      viewBox="0 0 16 16"
      width={size}
    >
      {name === 'theme' || name === 'resolved' ? (
        <>
          <circle cx="8" cy="8" r="5.8" />
          <path d="M8 2.2a5.8 5.8 0 0 1 0 11.6z" fill="currentColor" />
        </>
      ) : name === 'unresolved' ? (
        <>
          <circle cx="8" cy="8" r="6.2" strokeDasharray="2.4 2.4" />
          <path d="M6.3 6.3a1.8 1.8 0 1 1 2.4 1.8c-.5.2-.7.5-.7 1M8 11.2v.1" />
        </>
      ) : (
        <path d={PATHS[name]} />
      )}
    </svg>
  );
}
