/**
 * The media types of the files of a built app, by the ending of their names: what any static host says.
 *
 * @type {Record<string, string | undefined>}
 */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * The media type of a file, `application/octet-stream` when its ending is not known.
 *
 * @param {string} file a path or a name
 * @returns {string}
 */
export const typeOf = (file) => TYPES[/\.\w+$/.exec(file)?.[0] ?? ''] ?? 'application/octet-stream';
