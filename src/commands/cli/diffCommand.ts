import { type Given, WrongUsage } from './arguments.ts';
import { type Difference, differences } from './differences.ts';
import { EXIT } from './exitCodes.ts';
import { Failure } from './failure.ts';
import { oldFile } from './file/oldFile.ts';
import { faultLine, inLine, type Talk } from './talk.ts';

const SIGNS: Record<Difference['change'], string> = { added: '+', removed: '-', changed: '~' };

async function coverageOf(file: string) {
  const found = await oldFile(file);
  if (found) return found.corpus;
  throw new Failure(EXIT.notWritten, { code: 'unreadable', expected: 'a coverage', found: 'nothing', where: file });
}

/** The command `diff`: prints in what two coverages differ, as `diff` does: 0 in nothing, 1 in something, 3 when one cannot be read. */
export async function diffCommand(given: Given, talk: Talk): Promise<number> {
  const [a, b, ...more] = given.rest;
  if (a === undefined || b === undefined || more.length > 0) throw new WrongUsage('Two files are compared: diff A B');
  try {
    const found = differences(await coverageOf(a), await coverageOf(b));
    if (given.has('json')) talk.data(`${JSON.stringify({ same: found.length === 0, differences: found })}\n`);
    else for (const { change, what, words } of found) talk.data(`${SIGNS[change]} ${what}: ${inLine(words)}\n`);
    return found.length === 0 ? EXIT.good : EXIT.partly;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    for (const problem of error.problems) talk.fault(faultLine(problem));
    return error.exit;
  }
}
