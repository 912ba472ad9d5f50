import { writeFile } from 'node:fs/promises';
import { EMBED_QUERY } from './embedQuery.ts';
import {
  CACHED,
  COMMON_HEADERS,
  permissionsHeader,
  policyHeader,
  TRANSPORT_HEADER,
  watchdogPolicyHeader,
} from './policy.ts';

const MADE = '# Made by `npm run hosting` from src/commands/policy.ts. Change it there: a test compares.';
const HEADERS = [...COMMON_HEADERS, TRANSPORT_HEADER];
/** Where the wall screen and its shell stand in `docs/kiosk`, as they see each other. */
const WALL = 'http://127.0.0.1:8080';
const SHELL = 'http://localhost:8081';

const indented = (by: number, lines: readonly string[]) => lines.map((line) => ' '.repeat(by) + line).join('\n');

/** Lines of nginx. With `always`, pages of errors have them, too. */
const nginxHeaders = (headers: readonly (readonly [string, string])[], by: number) =>
  indented(
    by,
    headers.map(([name, value]) => `add_header ${name} "${value}" always;`),
  );

function nginx(): string {
  return `${MADE}
# For /etc/nginx/conf.d/dateline.conf: put in your name, your certificate and the folder of the app. Served from the root of its host.
# No add_header in a location: nginx then forgets all those of the server.

map $uri $dateline_cache {
  default "${CACHED.others}";
  ~^/assets/ "${CACHED.assets}";
}

# An embed may stand on any page, the desk on none. The pattern fits a query with "embed" once, as in "embed=map", and plain names beside it.
map $args $dateline_policy {
  default "${policyHeader("'none'")}";
  "~${EMBED_QUERY}" "${policyHeader(null)}";
}

server {
  listen 443 ssl http2;
  server_name dateline.example.org;
  ssl_certificate /etc/ssl/dateline.pem;
  ssl_certificate_key /etc/ssl/dateline.key;
  ssl_protocols TLSv1.2 TLSv1.3;
  root /srv/dateline/current;
  server_tokens off;
  charset utf-8;

  add_header Content-Security-Policy $dateline_policy always;
${nginxHeaders([['Permissions-Policy', permissionsHeader('app')], ...HEADERS], 2)}
  # Not "always": that a file is missing may not be kept for a year.
  add_header Cache-Control $dateline_cache;
}

server {
  listen 80;
  server_name dateline.example.org;
  return 301 https://$host$request_uri;
}
`;
}

function caddy(): string {
  const header = ([name, value]: readonly [string, string]) => `${name} "${value}"`;
  return `${MADE}
# Put in your name and the folder of the app; Caddy gets the certificate. Served from the root of its host.

dateline.example.org {
	root * /srv/dateline/current
	file_server

	header {
${HEADERS.map((pair) => `\t\t${header(pair)}`).join('\n')}
		-Server
	}

	# Files only: that one is missing may not be kept for a year.
	@assets {
		path /assets/*
		file
	}
	@others not path /assets/*
	header @assets Cache-Control "${CACHED.assets}"
	header @others Cache-Control "${CACHED.others}"

	# An embed may stand on any page, the desk on none. The pattern fits a query with "embed" once, as in "embed=map", and plain names beside it.
	@embed expression \`{query}.matches(r"${EMBED_QUERY}")\`
	@desk not expression \`{query}.matches(r"${EMBED_QUERY}")\`
	header @embed Content-Security-Policy "${policyHeader(null)}"
	header @desk Content-Security-Policy "${policyHeader("'none'")}"
	header Permissions-Policy "${permissionsHeader('app')}"
}
`;
}

/** The rules of one path, or of several with the same ones. */
const rules = (paths: readonly string[], headers: readonly (readonly [string, string])[]) =>
  paths.map((path) => [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n')).join('\n\n');

function headersFile(): string {
  const app = (ancestors: string) => [
    ['Content-Security-Policy', policyHeader(ancestors)] as const,
    ['Permissions-Policy', permissionsHeader('app')] as const,
  ];
  const others = ['Cache-Control', CACHED.others] as const;
  const staying = ['/sw.js', '/kill-switch.js', '/heal.js', '/before-paint.js', '/coverage.json'];
  return `${MADE}
# For hosts that read a file "_headers" from the folder of the app. Two rules that set the same header are joined by such a host: no path below
# gets a header twice.
#
# These hosts cannot see the query, so they cannot tell an embed from the desk. As it stands, only pages of this host may hold either in a frame.
# To let anybody embed, take "; frame-ancestors 'self'" away in the rules of "/" and "/index.html"; the desk can then be framed, too.

${rules(['/*'], HEADERS)}

${rules(['/', '/index.html'], [...app("'self'"), others])}

${rules(['/assets/*'], [...app("'none'"), ['Cache-Control', CACHED.assets]])}

${rules(staying, [...app("'none'"), others])}
`;
}

function kiosk(): string {
  return `# /etc/nginx/conf.d/dateline.conf: the wall screen on ${WALL}, the shell on ${SHELL}.
# Two ports alone would be one site to the browser. Two host names make two sites, and so two processes.
${MADE}

map $uri $wall_cache {
  # Names stay and contents change: asked for anew each time, answered with "not modified" when it is the same.
  default "${CACHED.others}";
  # Names change with the contents.
  ~^/assets/ "${CACHED.assets}";
}

server {
  listen 127.0.0.1:8080;
  server_name 127.0.0.1;
  root /srv/dateline/current;
  # Only the shell may hold the wall screen in a frame.
  add_header Content-Security-Policy "${policyHeader(`'self' ${SHELL}`)}" always;
  add_header Permissions-Policy "${permissionsHeader('app')}" always;
${indented(
  2,
  COMMON_HEADERS.map(([name, value]) => `add_header ${name} "${value}";`),
)}
  add_header Cache-Control $wall_cache;
}

server {
  # A browser may take either for localhost.
  listen 127.0.0.1:8081;
  listen [::1]:8081;
  server_name localhost;
  root /srv/dateline/watchdog;
  add_header Content-Security-Policy "${watchdogPolicyHeader([WALL])}" always;
  # Handed on to the wall screen.
  add_header Permissions-Policy "${permissionsHeader('watchdog')}" always;
${indented(
  2,
  COMMON_HEADERS.map(([name, value]) => `add_header ${name} "${value}";`),
)}
  add_header Cache-Control "${CACHED.others}";
}
`;
}

/** The ready files of the hosts with their contents, by their path seen from the project's root. */
export const hostingFiles = (): Record<string, string> => ({
  'docs/hosting/nginx.conf': nginx(),
  'docs/hosting/Caddyfile': caddy(),
  'docs/hosting/_headers': headersFile(),
  'docs/kiosk/dateline-serve.conf': kiosk(),
});

/** Writes them. */
export async function main(): Promise<number> {
  for (const [file, text] of Object.entries(hostingFiles())) await writeFile(file, text);
  console.log(`${Object.keys(hostingFiles()).join(', ')} written.`);
  return 0;
}
