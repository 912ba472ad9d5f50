// Runs one TypeScript command of this folder on any supported Node, with Vite doing the compiling.
// Usage: node src/commands/run.mjs corpusCheck.ts [arguments]. The command exports `main(args): Promise<number>`, its exit code.
import { runnerImport } from 'vite';

const [name, ...args] = process.argv.slice(2);
const { module } = await runnerImport(new URL(name, import.meta.url).pathname, { logLevel: 'error' });
process.exitCode = await module.main(args);
