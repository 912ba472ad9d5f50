import { writeFile } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import { CorpusSchema, SCHEMA_VERSION } from '../domain/corpus.ts';

/** Where the published JSON Schema stands, seen from the project's root. */
export const SCHEMA_FILE = 'public/corpus.schema.json';

/** The JSON Schema of a corpus file. What only the door can check (ids, references, spans, real dates) is said in its description. */
export function corpusJsonSchema(): string {
  const schema = toJsonSchema(CorpusSchema, { errorMode: 'ignore', typeMode: 'input' });
  const described = {
    ...schema,
    title: `Dateline corpus, version ${SCHEMA_VERSION}`,
    description:
      'Spans are UTF-16 code units, half open, and text.slice(start, end) must equal exact. Dates are EDTF, points are longitude first. ' +
      'Unique ids, references, spans, real dates and the rules of annotation are checked by the app and by `npm run corpus:check`.',
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

/** Writes the JSON Schema to the public folder. */
export async function main(): Promise<number> {
  await writeFile(SCHEMA_FILE, corpusJsonSchema());
  console.log(`${SCHEMA_FILE} written.`);
  return 0;
}
