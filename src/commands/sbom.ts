import { writeFile } from 'node:fs/promises';
import { lockedPackages, type Package, project } from './packages.ts';

/** Where the bill of materials stands, seen from the project's root. */
export const SBOM_FILE = 'docs/sbom.cdx.json';

const ALGORITHMS: Record<string, string> = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

const refOf = ({ name, version }: { name: string; version: string }) =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

const licences = (licence: string) => (/\s/.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }]);

function component(locked: Package) {
  const [, algorithm = '', hash = ''] = /^(\w+)-(\S+)$/.exec(locked.integrity) ?? [];
  const alg = ALGORITHMS[algorithm];
  if (!alg) throw new Error(`The hash of ${locked.path} is of an unknown kind: ${algorithm}.`);
  const [scope, name] = locked.name.startsWith('@') ? locked.name.split('/') : [undefined, locked.name];
  return {
    type: 'library',
    'bom-ref': refOf(locked),
    ...(scope ? { group: scope } : {}),
    name,
    version: locked.version,
    scope: 'required',
    hashes: [{ alg, content: Buffer.from(hash, 'base64').toString('hex') }],
    licenses: licences(locked.licence),
    purl: refOf(locked),
  };
}

/**
 * What the built app is made of, as CycloneDX 1.5. Without a serial number and a time, so that the same packages make the same bytes.
 * npm's own command is not used: with the packages of the build left out, it also leaves out those that both use, such as React.
 */
export function billOfMaterials(): string {
  const packages = lockedPackages();
  const at = new Map(packages.map((locked) => [locked.path, locked]));
  const inApp = packages.filter((locked) => locked.inApp);
  const { name, version, description, license } = project();
  const ref = refOf({ name, version });
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': ref,
        name,
        version,
        description,
        licenses: licences(license),
        purl: ref,
      },
    },
    components: inApp.map(component),
    dependencies: [
      { ref, dependsOn: inApp.filter(({ direct }) => direct).map(refOf) },
      ...inApp.map((locked) => ({
        ref: refOf(locked),
        dependsOn: locked.needs.flatMap((path) => {
          const other = at.get(path);
          return other ? [refOf(other)] : [];
        }),
      })),
    ],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** Writes it. */
export async function main(): Promise<number> {
  await writeFile(SBOM_FILE, billOfMaterials());
  console.log(`${SBOM_FILE} written.`);
  return 0;
}
