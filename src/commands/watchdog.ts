import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLoopback } from '../watchdog/address.js';
import { watchdogPolicy } from './policy.ts';

const SOURCE = 'src/watchdog';
const FILES = ['address.js', 'pulse.js', 'watchdog.css', 'watchdog.js'] as const;
/** Where `main` writes, seen from the project's root. */
const OUT = 'dist-watchdog';

const SETTING = 'DATELINE_WALL_ORIGIN';
const EXPECTED = `${SETTING}: expected the origin of the wall screen as in http://127.0.0.1:8080, several parted by spaces`;

/** Why something is no origin that a watchdog can be built for; null when it is one. */
function faultOf(origin: string): string | null {
  const found = `${EXPECTED}, found ${origin}`;
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) return found;
  const { protocol, hostname } = new URL(origin);
  if (hostname.startsWith('[')) return `${found}: a content security policy cannot name an address of IPv6`;
  // To a URL, signs that part the directives and sources of a policy may stand in the name of a host.
  if (!/^[a-z0-9.-]+$/.test(hostname)) return found;
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return null;
  return `${found}: the wall screen of another machine has to come by https`;
}

/**
 * The origins that a watchdog may hold in its frame, as the setting `DATELINE_WALL_ORIGIN` names them.
 *
 * @throws Error when it names none, or something else: an open frame is not built
 */
export function wallOrigins(setting: string | undefined = process.env[SETTING]): string[] {
  const origins = (setting ?? '').split(/\s+/).filter(Boolean);
  if (origins.length === 0) throw new Error(`${EXPECTED}, found nothing. A watchdog holds no page but those`);
  const fault = origins.map(faultOf).find((one) => one !== null);
  if (fault) throw new Error(fault);
  return origins;
}

/** The files of a watchdog that may hold wall screens of these origins and no other page: their texts, by their names. */
export async function watchdogFiles(walls: readonly string[]): Promise<Record<string, string>> {
  const read = (name: string) => readFile(join(SOURCE, name), 'utf8');
  const page = (await read('index.html'))
    .replace('%POLICY%', watchdogPolicy(walls))
    .replace('%WALLS%', walls.join(' '));
  const others = await Promise.all(FILES.map(async (name) => [name, await read(name)] as const));
  return { 'index.html': page, ...Object.fromEntries(others) };
}

/** Writes them into `dist-watchdog`. 1 when the setting names no origins. */
export async function main(): Promise<number> {
  try {
    const walls = wallOrigins();
    const files = await watchdogFiles(walls);
    await rm(OUT, { recursive: true, force: true });
    await mkdir(OUT);
    for (const [name, text] of Object.entries(files)) await writeFile(join(OUT, name), text);
    console.log(`${OUT} written: a watchdog for ${walls.join(' ')}.`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
