/** What the build may load data from beside its own host, as sources of a content security policy (`src/commands/dataHosts.ts`). */
declare const __DATA_HOSTS__: readonly string[];
