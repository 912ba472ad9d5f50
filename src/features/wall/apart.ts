import type { Evidence } from '../../domain/evidence.ts';
import type { Statement } from '../../domain/statement.ts';

/** What the articles may have otherwise although the words are the same, and what is said of one that has none of it. */
const aspectsOf = ({
  source,
  cue,
  relay,
  quoted,
}: Statement): [passages: Evidence[], none: string, before?: string][] => [
  [source ? [source] : [], 'nobody named'],
  [cue, 'no cue'],
  [relay ? [relay.evidence] : [], 'no relay', 'as told by '],
  [quoted, 'no quotation marks', 'in quotation marks '],
];

/** For each statement of the same words, what its article has otherwise than the others; all of them empty when nothing differs. */
export function apart(statements: Statement[]): string[] {
  const told = statements.map((statement) =>
    aspectsOf(statement).map(([passages, none, before = '']) =>
      passages.length > 0 ? before + passages.map(({ exact }) => `“${exact}”`).join(' … ') : none,
    ),
  );
  const differs = told[0]?.map((_, at) => new Set(told.map((own) => own[at])).size > 1) ?? [];
  return told.map((own) => own.filter((_, at) => differs[at]).join(', '));
}
