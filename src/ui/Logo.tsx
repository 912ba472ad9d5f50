/** The mark of the product. 22 px where no style says more. */
export function Logo() {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      height="22"
      stroke="currentColor"
      strokeWidth="1.6"
      viewBox="0 0 24 24"
      width="22"
    >
      <circle cx="12" cy="12" r="10" />
      <path d="M12 2v4.5l-3 3.2 5 4.4-2 2.4V22" strokeDasharray="2.6 2" strokeLinecap="round" />
    </svg>
  );
}
