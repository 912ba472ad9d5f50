import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { today } from '../../domain/today.ts';
import { type Given, WrongUsage } from './arguments.ts';
import { EXIT } from './exitCodes.ts';
import { FEED_LIMITS } from './feed/fetchFeed.ts';
import { importOnce } from './importOnce.ts';
import type { World } from './makeCoverage.ts';
import { type Outcome, tell } from './outcome.ts';
import type { Talk } from './talk.ts';
import { watchFolder } from './watch.ts';
import { type Wishes, wishesOf } from './wishes.ts';

/** Names the one host on this machine that `--feed` may ask without https, for tests: 127.0.0.1:4000. */
const LOOPBACK = 'DATELINE_TEST_FEED_HOST';

/** The reader, loaded when there is something to read. */
async function reader(): Promise<Pick<World, 'annotate' | 'review'>> {
  const [{ annotate }, { englishModel }] = await Promise.all([
    import('../../reader/annotate.ts'),
    import('../../library/model.ts'),
  ]);
  const model = await englishModel();
  return {
    annotate: (raw, options) => annotate(raw, { ...options, model }),
    review: async (...given) => (await import('./review.ts')).reviewed(...given),
  };
}

function lazyReader(): Pick<World, 'annotate' | 'review'> {
  let loaded: ReturnType<typeof reader> | null = null;
  const load = () => {
    loaded ??= reader();
    return loaded;
  };
  return {
    annotate: async (raw, options) => (await load()).annotate(raw, options),
    review: async (...given) => (await load()).review(...given),
  };
}

async function watch(
  wishes: Wishes,
  folder: string,
  once: () => Promise<Outcome>,
  signal: AbortSignal,
): Promise<number> {
  const there = await stat(folder).catch(() => null);
  if (!there?.isDirectory()) throw new WrongUsage(`--watch takes a folder; “${folder}” is none.`);
  const own = typeof wishes.out === 'string' ? resolve(wishes.out) : '';
  const leaveOut = (path: string) => {
    const name = resolve(path);
    return own !== '' && (name === own || name.startsWith(`${own}.`));
  };
  await watchFolder(folder, async () => void (await once()), signal, { leaveOut });
  return EXIT.good;
}

/** The command `import`. A first Ctrl-C or SIGTERM ends it without a file half-written. */
export async function importCommand(given: Given, talk: Talk): Promise<number> {
  const wishes = wishesOf(given, today);
  const ended = new AbortController();
  const end = () => {
    ended.abort();
    // Whoever waits for the end of the standard input need not.
    if (wishes.words.includes('-')) process.stdin.destroy();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  const loopback = process.env[LOOPBACK] ?? null;
  const world: World = {
    ...lazyReader(),
    signal: ended.signal,
    feedLimits: {
      ...FEED_LIMITS,
      loopback: loopback && /^(?:127\.0\.0\.1|\[::1\]):\d+$/.test(loopback) ? loopback : null,
    },
    progress: (line) => talk.progress(line),
    print: (text) => talk.data(text),
  };
  const once = async () => {
    const outcome = await importOnce(wishes, world);
    talk.progress(null);
    tell(outcome, talk, wishes.dryRun);
    if (wishes.json) {
      const { exit: _, ...shown } = outcome;
      talk.data(`${JSON.stringify(shown)}\n`);
    }
    return outcome;
  };
  try {
    if (wishes.watch !== undefined) return await watch(wishes, wishes.watch, once, ended.signal);
    return (await once()).exit;
  } catch (error) {
    if (!ended.signal.aborted) throw error;
    talk.progress(null);
    if (wishes.watch !== undefined) return EXIT.good;
    talk.fault(
      `${wishes.out === null || wishes.out === undefined ? 'import' : basename(wishes.out)}: ended before anything was written.`,
    );
    return EXIT.interrupted;
  } finally {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  }
}
