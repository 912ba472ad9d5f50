import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FACET } from '../../src/coverage/answers/facet.ts';
import type { Desk } from '../../src/coverage/desk.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { FacetValues } from '../../src/features/filters/FacetValues.tsx';
import { SearchBox } from '../../src/features/search/SearchBox.tsx';
import { loadEngine } from '../../src/features/search/useSearch.ts';
import { SpeakersPanel } from '../../src/features/speakers/SpeakersPanel.tsx';
import TieList from '../../src/features/ties/TieList.tsx';
import { renderDesk, textOf } from '../fixtures/desk.tsx';
import { smallCorpus } from '../fixtures/markedCorpus.ts';

/** Kim goes by a name of which two letters are Cyrillic, and which looks like Moon's. */
const FALSE_MOON = 'М\u043eon';
const corpus = (name = FALSE_MOON): Corpus => {
  const small = smallCorpus();
  return { ...small, actors: small.actors.map((one) => (one.id === 'kim' ? { ...one, name } : one)) };
};

const Facet = ({ desk }: { desk: Desk }) => (
  <FacetValues
    desk={desk}
    facet="actors"
    values={desk.answer(FACET, { facet: 'actors', first: 9, order: 'table' }).values}
    where="menu"
  />
);
/** The ids that stand beside a name, as they are read. */
const told = (within: Element) => [...textOf(within).matchAll(/looks like another name: (\w+);/g)].map(([, id]) => id);

it('are told apart where an actor is chosen', async () => {
  // What is on is offered, though it would show nothing.
  await renderDesk(Facet, { corpus: corpus(), filters: { actors: ['korea'] } });
  expect(screen.getAllByRole('button').map((chip) => [textOf(chip).slice(0, 4), told(chip)])).toEqual([
    ['Moon', ['moon']],
    [FALSE_MOON, ['kim']],
    ['Kore', []],
    ['Xinh', []],
  ]);
});

it('are told apart among the speakers, and those who are only spoken about', async () => {
  await renderDesk(SpeakersPanel, { corpus: corpus() });
  expect(screen.getAllByRole('listitem').flatMap(told)).toEqual(['moon', 'kim']);
});

it('are told apart in the list of ties', async () => {
  await renderDesk(TieList, { corpus: corpus() });
  const [, row] = screen.getAllByRole('row');
  // In the order of the names.
  expect(textOf(row ?? document.body)).toContain(
    `${FALSE_MOON} and Moon, looks like another name: kim; , looks like another name: moon;`,
  );
});

it('are told apart in the search', async () => {
  await loadEngine();
  const { user } = await renderDesk(SearchBox, { corpus: corpus() });
  await user.type(screen.getByRole('combobox'), 'oon');
  const actors = within(screen.getByRole('group', { name: /^Actors/ })).getAllByRole('option');
  expect(actors.flatMap(told)).toContain('moon');
});

it('are not spoken of where names differ', async () => {
  await renderDesk(Facet, { corpus: corpus('Kim') });
  await renderDesk(SpeakersPanel, { corpus: corpus('Kim') });
  await renderDesk(TieList, { corpus: corpus('Kim') });
  expect(told(document.body)).toEqual([]);
});
