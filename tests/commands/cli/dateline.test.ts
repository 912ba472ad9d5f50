// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { main } from '../../../src/commands/cli/dateline.ts';
import { talkTo } from '../../../src/commands/cli/talk.ts';

/** A stream that keeps what is written to it. */
function sink(isTTY = false, colours = false) {
  const parts: string[] = [];
  return { write: (text: string) => parts.push(text), isTTY, hasColors: () => colours, text: () => parts.join('') };
}
async function run(...args: string[]) {
  const [out, err] = [sink(), sink()];
  const exit = await main(args, out, err);
  return { exit, out: out.text(), err: err.text() };
}

it.each([
  [['import', 'ferry.txt', '--ouput', 'x.json'], 'There is no option --ouput; did you mean --out?'],
  [['import', 'ferry.txt', '--dryrun'], 'There is no option --dryrun; did you mean --dry-run?'],
  [['imoprt', 'ferry.txt'], 'There is no command “imoprt”; did you mean import?'],
  [['load', 'x.json'], 'There is no command “load”'],
  [['import', 'ferry.txt'], 'Where to?'],
  [['check', '--loud', 'x.json'], 'There is no option --loud'],
  [['check'], 'Which file?'],
  [['diff', 'good.json'], 'Two files are compared: diff A B'],
  [[], 'A command is needed: import, check, read, diff.'],
])('%j is wrong usage, and the nearest thing that there is is named', async (args, says) => {
  const ended = await run(...args);
  expect(ended).toMatchObject({ exit: 2, out: '' });
  expect(ended.err).toContain(says);
});

it.each([
  ['--help'],
  ['help', 'import'],
  ['import', '--help'],
  ['check', '--help'],
  ['read', '-h'],
  ['diff', '--help'],
])('%s %s is answered on the standard output', async (...args) => {
  const ended = await run(...args);
  expect(ended).toMatchObject({ exit: 0, err: '' });
  expect(ended.out).toMatch(/^(?:dateline|News)/);
  for (const line of ended.out.split('\n')) expect(line.length).toBeLessThan(200);
});

it('the version is that of the package', async () =>
  expect((await run('--version')).out).toBe(`${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`));

it('colour and progress are for terminals alone', () => {
  const said = (isTTY: boolean, colours: boolean, quiet = false) => {
    const [out, err] = [sink(isTTY), sink(isTTY, colours)];
    const talk = talkTo(out, err, quiet);
    talk.progress('reading 1 of 2');
    talk.say('a note');
    talk.fault('a fault');
    talk.data('data');
    return { err: err.text(), out: out.text() };
  };
  expect(said(false, false)).toEqual({ err: 'a note\na fault\n', out: 'data' });
  expect(said(true, true).err).toContain('\u001B[31ma fault');
  // As `hasColors` answers where NO_COLOR stands.
  expect(said(true, false).err).not.toContain('\u001B[31m');
  expect(said(true, false).err).toContain('reading 1 of 2');
  expect(said(true, true, true).err).toBe('\u001B[31ma fault\u001B[39m\n');
});
