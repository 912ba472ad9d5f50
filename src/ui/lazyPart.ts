import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A part of the page whose code is a file of its own. `load` fetches it; once that is done the part is drawn at once, without a gap. */
export type LazyPart<Props> = LazyExoticComponent<ComponentType<Props>> & { load: () => Promise<unknown> };

/** Makes a lazy part from an import of its file. */
export function lazyPart<Props>(fetchPart: () => Promise<{ default: ComponentType<Props> }>): LazyPart<Props> {
  let part: { default: ComponentType<Props> } | null = null;
  const load = async () => {
    part ??= await fetchPart();
    return part;
  };
  // React draws without waiting when what it is given answers at once; a promise never does.
  const answer = (known: { default: ComponentType<Props> }) =>
    // biome-ignore lint/suspicious/noThenProperty: an answer that React takes for a promise is the point
    ({ then: (use: (value: typeof known) => void) => use(known) }) as Promise<typeof known>;
  return Object.assign(
    lazy(() => (part ? answer(part) : load())),
    { load },
  );
}
