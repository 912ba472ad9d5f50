import type { Row } from './row.ts';
import { CODE } from './rows/code.ts';
import { NETWORK } from './rows/network.ts';
import { OFFLINE } from './rows/offline.ts';
import { STORAGE } from './rows/storage.ts';
import { TIME } from './rows/time.ts';

/** Every fault there is, in the order of the table. */
export const ROWS: readonly Row[] = [...NETWORK, ...STORAGE, ...OFFLINE, ...TIME, ...CODE];
