// Changes the code of some folders in one place at a time, and tells which changes no test of that folder notices.
import { mkdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/** The folders that are held to it, as they stand in `src`. */
const FOLDERS = ['corpus', 'url', 'source', 'offline'];
/** Least share of the mutants of a folder that must be noticed. */
const LEAST = 0.9;
/** What earlier runs found, and copies to work in; a mutant is tried again when it, or a test that reaches it, has changed. */
const KEPT = process.env.MUTANTS_KEPT ?? '.mutants';

const accepted = JSON.parse(readFileSync('tests/mutants/accepted.json', 'utf8'));
const NOTICED = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

const nameOfFile = (fileName) => relative('.', fileName).replaceAll('\\', '/');

/** A mutant as the list of accepted ones names it: its file, the line it begins in, the words that it replaces, and what it puts there. */
function nameOf({ fileName, location: { start, end }, replacement }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const code = lines[0].trim();
  // Columns are counted from 1; the end is behind the last sign.
  lines.push(lines.pop().slice(0, end.column - 1));
  lines[0] = lines[0].slice(start.column - 1);
  return { file: nameOfFile(fileName), code, words: lines.join('\n'), instead: replacement, line: start.line };
}

const isSame = (one, other) => ['file', 'code', 'words', 'instead'].every((part) => one[part] === other[part]);

/** Tries what a test runs by itself, and with `constants` also what is run only while the files are read. */
async function runOf(folder, files, constants) {
  return new Stryker({
    mutate: files,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    ignoreStatic: !constants,
    incremental: true,
    incrementalFile: `${KEPT}/${folder}.json`,
    tempDirName: `${KEPT}/copies`,
    ignorePatterns: ['dist*', 'tests/screenshots', '.mutants*'],
    reporters: ['progress-append-only'],
    // The compiler of this project has no interface for programs; what does not compile fails its tests anyway.
    tsconfigFile: 'none',
    allowEmpty: true,
    logLevel: 'warn',
    timeoutFactor: 3,
    timeoutMS: 30_000,
  }).runMutationTest();
}

/**
 * All mutants of some files. Most code is run by a test of its own, even where a test file uses it outside of `it` too: those tests are
 * enough, and quick. The constants that are left over need every file to be read anew.
 */
async function mutantsOf(folder, files) {
  process.env.MUTANTS_FOLDER = folder;
  mkdirSync(KEPT, { recursive: true });
  const found = await runOf(folder, files, false);
  return found.some(({ status }) => status === 'Ignored') ? runOf(folder, files, true) : found;
}

/** Tries one folder, prints what it found, and says whether that is enough. */
async function isGood(folder, file) {
  const place = `src/${folder}${file ? `/${file}` : ''}`;
  const all = await mutantsOf(folder, [file ? place : `${place}/**/*.ts`]);
  // Those of other files that an earlier run has tried come along.
  const mutants = all.filter(({ fileName }) => nameOfFile(fileName).startsWith(place));
  const missed = mutants.filter(({ status }) => MISSED.has(status)).map(nameOf);
  const open = missed.filter((one) => !accepted.some((known) => isSame(known, one)));
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  const share = noticed / Math.max(1, noticed + open.length);
  for (const { line, ...name } of open) console.log(`line ${line}: ${JSON.stringify(name)}`);
  const stale = accepted.filter((known) => known.file.startsWith(place) && !missed.some((one) => isSame(known, one)));
  for (const name of stale) console.log(`accepted, but noticed or gone: ${JSON.stringify(name)}`);
  const counts = `${noticed} of ${noticed + open.length} noticed, ${missed.length - open.length} accepted`;
  console.log(`${place}: ${(100 * share).toFixed(1)} % (${counts})`);
  return noticed > 0 && share >= LEAST && stale.length === 0;
}

const wanted = process.argv.slice(2).map((name) => name.replace(/^src\//, '').replace(/\/$/, ''));
const results = [];
for (const name of wanted.length > 0 ? wanted : FOLDERS) {
  const [folder, file] = name.split('/');
  if (!FOLDERS.includes(folder)) throw new Error(`no such folder: ${folder}; there are ${FOLDERS.join(', ')}`);
  results.push(await isGood(folder, file));
}
process.exitCode = results.every(Boolean) ? 0 : 1;
