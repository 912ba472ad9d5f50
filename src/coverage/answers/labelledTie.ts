import { hasSigns } from '../../domain/signs.ts';
import type { TieKey, TieKind } from '../../domain/tie.ts';
import { countText, tieSentence } from '../../domain/tieNames.ts';
import { type TieRow, tieRows } from '../../domain/tieRows.ts';
import type { Selected } from '../coverage.ts';

/** A tie of the coverage as a line with a number. How the line looks is the same in every selection. */
export type LabelledTie = {
  key: TieKey;
  kind: TieKind;
  past: boolean;
  tentative: boolean;
  /** Whether the selection has it. What is written on it is of what the selection has, or else of all of it. */
  shown: boolean;
  /** The tie for assistive technology, and the number on its line. */
  sentence: string;
  count: string;
  /** Whether a person stands behind all that is counted; null where nothing has a sign. */
  checked: boolean | null;
};

/** Writes on the ties of a coverage what the selection has of them, and says with how many passages the selection has one. */
export function labelling({ whole, slice }: Selected) {
  const present = new Map(tieRows(slice).map((row) => [row.key, row]));
  const signed = hasSigns(whole);
  return {
    passagesOf: ({ key }: TieRow): number => present.get(key)?.passages.length ?? 0,
    labelled: (row: TieRow): LabelledTie => {
      const { key, kind, past, tentative } = row;
      const found = present.get(key);
      const told = found ?? row;
      return {
        key,
        kind,
        past,
        tentative,
        shown: found !== undefined,
        sentence: `${tieSentence(told, whole)}${found ? '' : ', not in this selection'}`,
        count: countText(told, signed),
        checked: signed ? told.checked === told.passages.length : null,
      };
    },
  };
}
