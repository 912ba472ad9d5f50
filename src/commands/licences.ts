import { writeFile } from 'node:fs/promises';
import { lockedPackages, type Package } from './packages.ts';

/** Where the list stands, seen from the project's root. */
export const LICENCES_FILE = 'docs/THIRD-PARTY.md';

const row = ({ name, version, licence }: Package) => `| ${name} | ${version} | ${licence} |`;

function table(packages: readonly Package[]): string {
  const rows = [...new Set(packages.map(row))].toSorted();
  return ['| Package | Version | Licence |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The list of everything that others have made, for every kind of machine. */
export function licenceList(): string {
  const packages = lockedPackages();
  return `# What others have made

Made by \`npm run licences\` from package-lock.json; a test compares. Beside packages, the app holds two fonts, Newsreader and Schibsted Grotesk, under
the SIL Open Font License 1.1 (\`src/ui/fonts\`), and a map made from Natural Earth, which is in the public domain. The names
of places that the reader knows (\`src/reader/world/gazetteer.json\`) are from GeoNames (geonames.org), shortened, under CC BY 4.0.

## At run time: may be in the built app, or in the package with the command and the library

${table(packages.filter(({ inApp }) => inApp))}

## For the build and the tests only

${table(packages.filter(({ inApp }) => !inApp))}
`;
}

/** Writes the list. */
export async function main(): Promise<number> {
  await writeFile(LICENCES_FILE, licenceList());
  console.log(`${LICENCES_FILE} written.`);
  return 0;
}
