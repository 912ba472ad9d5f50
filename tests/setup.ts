import { afterEach } from 'vitest';

// Tests of code that needs no page do without what reads one.
if (typeof document !== 'undefined') {
  await import('@testing-library/jest-dom/vitest');
  const { cleanup, configure } = await import('@testing-library/react');
  afterEach(cleanup);

  // A shared machine may be slow; a test that waits for what never comes still fails.
  configure({ asyncUtilTimeout: 8000 });
}
