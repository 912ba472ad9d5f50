import { partsOf, type Stretch } from './stretches.ts';

/** Words of a corpus with the hits in them marked; isolated, so that their direction cannot reorder what stands around them. */
export function Marked({ text, stretches }: { text: string; stretches: readonly Stretch[] }) {
  return (
    <bdi>
      {partsOf(text, stretches).map(({ start, text: part, hit }) => (hit ? <mark key={start}>{part}</mark> : part))}
    </bdi>
  );
}
