import { FILTER_WORDS } from '../coverage/answers/filterWords.ts';
import type { Desk } from '../coverage/desk.ts';
import { OFF_WALL, type View } from '../domain/view.ts';
import type { StoryWays } from '../features/share/StorySteps.tsx';
import type { Address } from '../url/address.ts';
import { decodeLink, encodeLink, type LinkState } from '../url/link.ts';

const OUTSIDE: Partial<View> = { ...OFF_WALL, story: null, step: null, embed: null };

/** The query of a state as a step of a story holds it: without the story itself, and without what others added. */
const viewQuery = (state: LinkState): string => encodeLink({ ...state, view: { ...state.view, ...OUTSIDE }, rest: [] });

/** What stories need of the address. */
export function storyWays(address: Address, { answer }: Desk): StoryWays {
  const stateOf = (view: string, packed: string, step: number): LinkState => {
    const read = decodeLink(view).state;
    return { ...read, view: { ...read.view, ...OUTSIDE, story: packed, step }, rest: [] };
  };
  const here = viewQuery(address.get().state);
  return {
    here,
    isHere: (view) => viewQuery(decodeLink(view).state) === here,
    inWords: (view) => {
      const { filters, view: shown } = decodeLink(view).state;
      const names = answer(FILTER_WORDS, filters);
      const page = shown.page === 'tellings' ? 'The two tellings' : 'The desk';
      return names.length === 0 ? `${page}, all of the coverage` : `${page}, only ${names.join('; ')}`;
    },
    onStep: (view, packed, step) => address.change(stateOf(view, packed, step), 'push'),
    linkTo: (view, packed) => new URL(`?${encodeLink(stateOf(view, packed, 1))}`, window.location.href).href,
  };
}

/** The names of what a step's link asks for and cannot be read. */
export const unreadOf = (view: string): string[] => decodeLink(view).notes.map(({ param }) => param);
