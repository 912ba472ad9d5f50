// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { DOCUMENT, documentText } from './document.ts';

const read = (file: string) => readFileSync(file, 'utf8');

/** The rows of all tables of a text, without their heads. */
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '))
    .filter((cells) => cells[0] !== 'Requirement' && cells[0] !== '---');

const ASVS = '../shared/security/asvs-5.0.0/applicable-static-spa.json';

it('each requirement of the ASVS has a test that exists, or a reason for none', () => {
  const rows = rowsOf(read('docs/ASVS.md'));
  expect(rows.length).toBeGreaterThan(70);
  for (const [requirement, level = '', here = '', tests = '', ...more] of rows) {
    expect(more, requirement).toEqual([]);
    expect(level, requirement).toMatch(/^[123]$/);
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
    expect(
      files.filter((file) => !/^tests\/.+\.(?:test|spec)\.tsx?$/.test(file) || !existsSync(file)),
      requirement,
    ).toEqual([]);
    if (files.length === 0) expect(here, requirement).toMatch(/^Not applicable: \S|`SECURITY\.md`/);
  }
});

it.skipIf(!existsSync(ASVS))('the table has every requirement that can apply, with its level', () => {
  const listed: { req_id: string; L: string }[] = JSON.parse(read(ASVS));
  const rows = rowsOf(read('docs/ASVS.md'));
  expect(rows.map(([requirement, level]) => `${requirement} ${level}`)).toEqual(
    listed.map(({ req_id, L }) => `${req_id} ${L}`),
  );
});

const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...['ARCHITECTURE', 'ASVS', 'COVERAGE', 'DESK', 'GLOSSARY', 'HOSTING', 'KIOSK', 'LINKS', 'SHARING'].map(
    (name) => `docs/${name}.md`,
  ),
];

it.each(PAGES)('%s names only files that exist', (file) => {
  const text = read(file);
  const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, to = '']) => join(dirname(file), to));
  const quoted = [...text.matchAll(/`((?:docs|src|public|tests)\/[^`\s]+)`/g)].map(([, path = '']) => path);
  expect([...linked, ...quoted].length).toBeGreaterThan(0);
  expect([...linked, ...quoted].filter((path) => !existsSync(path))).toEqual([]);
});

it('SECURITY.md answers what the attacker controls', () => {
  const text = read('SECURITY.md');
  for (const controlled of [
    'A link',
    'A file of coverage',
    'The words of the articles',
    'A page that holds an embed',
    'A package',
  ])
    expect(text).toContain(`| **${controlled}`);
});

it('the figures of what was tried are those of the last run', () => expect(read(DOCUMENT)).toBe(documentText()));
