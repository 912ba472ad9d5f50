import { main } from './dateline.ts';

process.exitCode = await main(process.argv.slice(2));
