import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'vite';

/** Where the library and the command stand once they are built, as package.json names it. */
export const LIBRARY_FOLDER = 'dist-library';
const MODEL = 'reader/model-en.bin';

/** Bundles the library and the command for Node, with all that they need; parts that not every run needs are files of their own. */
async function bundle(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(folder, 'code'),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { library: 'src/library/library.ts', dateline: 'src/commands/cli/bin.ts' },
        external: [...builtinModules, /^node:/],
        output: {
          format: 'esm',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          banner: ({ name, isEntry }) => (isEntry && name === 'dateline' ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  });
}

const declarationsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'));

/**
 * Writes the types of the library. What they say of the schema library stands in a copy beside them, so that whoever installs the package needs no
 * other; declarations that the library does not lead to are taken away.
 */
function declare(folder: string): void {
  const types = join(folder, 'types');
  const compiler = resolve(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const config = join(folder, 'tsconfig.json');
  writeFileSync(
    config,
    JSON.stringify({
      extends: resolve('tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        allowJs: false,
        rootDir: resolve('src'),
        outDir: resolve(types),
        typeRoots: [resolve('node_modules/@types')],
        types: ['node'],
      },
      include: [],
      files: [resolve('src/library/library.ts')],
    }),
  );
  execFileSync(process.execPath, [compiler, '-p', config], { stdio: 'inherit' });
  rmSync(config);
  cpSync('node_modules/valibot/dist/index.d.mts', join(types, 'valibot.d.mts'));
  cpSync('node_modules/valibot/LICENSE.md', join(types, 'valibot.LICENSE.md'));
  for (const name of declarationsIn(types)) {
    const file = join(types, name);
    const beside = relative(dirname(file), join(types, 'valibot.mjs')).replaceAll('\\', '/');
    const address = beside.startsWith('.') ? beside : `./${beside}`;
    const text = readFileSync(file, 'utf8')
      .replace(/(from |import\()(['"])valibot\2/g, `$1'${address}'`)
      .replace(/(from |import\()(['"])(\.[^'"]*)\.ts\2/g, "$1'$3.js'");
    writeFileSync(file, text);
  }
}

/** Builds the package: code, types and the model, into a folder that is emptied first. */
export async function buildLibrary(folder = LIBRARY_FOLDER): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundle(folder);
  cpSync(join('src', MODEL), join(folder, MODEL));
  declare(folder);
}

/** Builds it where package.json says. */
export async function main(): Promise<number> {
  await buildLibrary();
  console.log(`${LIBRARY_FOLDER} written.`);
  return 0;
}
