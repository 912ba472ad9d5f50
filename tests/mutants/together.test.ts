// @vitest-environment node
import fc from 'fast-check';
import { it } from 'vitest';

// The same cases in every run, so that a mutant is noticed each time or never; nobody reads the smallest case that notices it.
fc.configureGlobal({ seed: 1, endOnFailure: true });

for (const file of process.env.MUTANTS_TESTS?.split('\n').filter(Boolean) ?? [])
  await import(/* @vite-ignore */ file).catch((error: unknown) => {
    // A mutant that keeps a file from being read is noticed.
    it(`${file} is read`, () => Promise.reject(error));
  });

// A folder whose tests all need a page has none here.
it('begins', () => {});
