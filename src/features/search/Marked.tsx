import { Isolated } from '../../ui/Isolated.tsx';
import { Stacks } from '../../ui/Stacks.tsx';
import { partsOf, type Stretch } from './stretches.ts';

/** Words of a corpus with the hits in them marked; isolated, so that their direction cannot reorder what stands around them. */
export function Marked({ text, stretches }: { text: string; stretches: readonly Stretch[] }) {
  return (
    <Isolated text={text}>
      {partsOf(text, stretches).map(({ start, text: part, hit }) =>
        hit ? (
          <mark key={start}>
            <Stacks text={part} />
          </mark>
        ) : (
          <Stacks key={start} text={part} />
        ),
      )}
    </Isolated>
  );
}
