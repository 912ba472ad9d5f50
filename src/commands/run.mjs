// Runs one TypeScript command of this folder on any supported Node, with Vite doing the compiling.
// Usage: node src/commands/run.mjs corpusCheck.ts [arguments]. The command exports `main(args): Promise<number>`, its exit code.
import { createRunnableDevEnvironment, resolveConfig } from 'vite';

const [name, ...args] = process.argv.slice(2);
// As Vite's own runnerImport, but open until the command has ended: commands load parts when they need them.
const config = await resolveConfig(
  {
    configFile: false,
    envDir: false,
    cacheDir: process.cwd(),
    logLevel: 'error',
    environments: {
      inline: {
        consumer: 'server',
        dev: { moduleRunnerTransform: true },
        resolve: { external: true, mainFields: [], conditions: ['node'] },
      },
    },
  },
  'serve',
);
const environment = createRunnableDevEnvironment('inline', config, {
  runnerOptions: { hmr: { logger: false } },
  hot: false,
});
await environment.init();
try {
  const { main } = await environment.runner.import(new URL(name, import.meta.url).pathname);
  process.exitCode = await main(args);
} finally {
  await environment.close();
}
