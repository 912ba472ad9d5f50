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
