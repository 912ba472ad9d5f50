import type { Desk } from '../../domain/desk.ts';
import { hasSigns } from '../../domain/signs.ts';
import type { SpeakerRow } from './model.ts';
import { Name } from './Name.tsx';
import css from './speakers.module.css';

/** Who speaks, as numbers. */
export default function SpeakersTable({ desk, rows }: { desk: Desk; rows: SpeakerRow[] }) {
  const signed = hasSigns(desk.whole);
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">Speaker</th>
          <th scope="col">Direct</th>
          <th scope="col">Mixed</th>
          <th scope="col">Indirect</th>
          {signed && <th scope="col">Checked</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            data-checked={signed ? (row.checked === row.total ? 'all' : 'part') : undefined}
            data-dim={row.shown ? undefined : ''}
            key={row.key}
          >
            <th scope="row">
              <Name desk={desk} row={row} />
            </th>
            <td className="num">{row.direct}</td>
            <td className="num">{row.mixed}</td>
            <td className="num">{row.indirect}</td>
            {signed && (
              <td className="num">
                {row.checked === row.total ? 'all' : row.checked === 0 ? 'none' : `${row.checked} of ${row.total}`}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
