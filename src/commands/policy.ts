/**
 * The content security policy of the built app: nothing but its own files, no inline code or styles, no markup from text.
 * `frame-src` is for the preview of an embed. `frame-ancestors` is missing because a meta element cannot carry it.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  // A picture of a panel is an SVG that the browser draws on a canvas: only as a data address may it be read back from there.
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dateline-workers',
].join('; ');
