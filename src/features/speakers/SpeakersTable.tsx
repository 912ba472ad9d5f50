import type { SpeakerRow } from '../../coverage/answers/speakers.ts';
import type { Desk } from '../../coverage/desk.ts';
import { checkedWords } from '../../domain/signs.ts';
import { Name } from './Name.tsx';
import css from './speakers.module.css';

/** Who speaks, as numbers. */
export default function SpeakersTable({ desk, rows }: { desk: Desk; rows: SpeakerRow[] }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">Speaker</th>
          <th scope="col">Direct</th>
          <th scope="col">Mixed</th>
          <th scope="col">Indirect</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            data-checked={row.checked === null ? undefined : row.checked === row.total ? 'all' : 'part'}
            data-dim={row.shown ? undefined : ''}
            key={row.key}
          >
            <th scope="row">
              <Name desk={desk} row={row} />
              {row.checked !== null && <small>{checkedWords(row.checked, row.total)}</small>}
            </th>
            <td className="num">{row.direct}</td>
            <td className="num">{row.mixed}</td>
            <td className="num">{row.indirect}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
