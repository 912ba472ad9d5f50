import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// A shared machine may be slow; a test that waits for what never comes still fails.
configure({ asyncUtilTimeout: 8000 });
