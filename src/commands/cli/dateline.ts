import { readFileSync } from 'node:fs';
import { type Given, nearest, readArguments, WrongUsage } from './arguments.ts';
import { EXIT } from './exitCodes.ts';
import { type CommandName, DESCRIBED, helpFor, helpForAll } from './help.ts';
import { inLine, type Sink, type Talk, talkTo } from './talk.ts';

type Command = (given: Given, talk: Talk) => Promise<number>;
/** The commands, each loaded when it is meant: help and mistakes are answered at once. */
const COMMANDS: Record<CommandName, () => Promise<Command>> = {
  import: async () => (await import('./importCommand.ts')).importCommand,
  check: async () => (await import('./checkCommand.ts')).checkCommand,
  read: async () => (await import('./readCommand.ts')).readCommand,
  diff: async () => (await import('./diffCommand.ts')).diffCommand,
};
const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

/** The version of the package that this file is in. */
function version(): string {
  for (let folder = new URL('.', import.meta.url); folder.pathname !== '/'; folder = new URL('..', folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
      if (typeof name === 'string') return version;
    } catch {
      // It is in a folder further up.
    }
  }
  return 'unknown';
}

/** Whoever reads along may go away: that ends nothing and is no error. */
function letGo(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

async function run(args: readonly string[], out: Sink, err: Sink): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--version') {
    out.write(`${version()}\n`);
    return EXIT.good;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const [about = ''] = rest;
    out.write(isCommand(about) ? helpFor(about) : helpForAll());
    return EXIT.good;
  }
  if (name === '') throw new WrongUsage(`A command is needed: ${Object.keys(COMMANDS).join(', ')}.`);
  if (!isCommand(name)) {
    const near = nearest(name, Object.keys(COMMANDS));
    throw new WrongUsage(`There is no command “${inLine(name)}”${near ? `; did you mean ${near}?` : '.'}`);
  }
  const given = readArguments(rest, DESCRIBED[name].options);
  if (given.has('help')) {
    out.write(helpFor(name));
    return EXIT.good;
  }
  const command = await COMMANDS[name]();
  return command(given, talkTo(out, err, given.has('quiet')));
}

/** Runs the command line and comes to the exit code. */
export async function main(
  args: readonly string[],
  out: Sink = process.stdout,
  err: Sink = process.stderr,
): Promise<number> {
  if (out === process.stdout) for (const stream of [process.stdout, process.stderr]) letGo(stream);
  try {
    return await run(args, out, err);
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    err.write(`${error.message}\n“dateline --help” says what there is.\n`);
    return EXIT.usage;
  }
}
