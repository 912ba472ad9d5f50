import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tests that need a page or change what is global have a world of their own; the others share one, which takes a fifth less time. */
const OWN_WORLD = /@vitest-environment jsdom|\bvi\.(?:mock|stub|spyOn|useFakeTimers|resetModules)|globalThis\.\w+ =/;

/** The unit tests as two projects of Vitest. Tests say in their first line when they need no page. */
export function testProjects(folder = 'tests') {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.startsWith('mutants'))
    .map((name) => join(folder, name));
  const shares = (file: string) => {
    const text = readFileSync(file, 'utf8');
    return text.startsWith('// @vitest-environment node') && !OWN_WORLD.test(text);
  };
  const project = (name: string, isolate: boolean, include: string[]) => ({
    extends: true as const,
    test: { name, isolate, include },
  });
  return [
    project('shared', false, files.filter(shares)),
    project(
      'own',
      true,
      files.filter((file) => !shares(file)),
    ),
  ];
}
