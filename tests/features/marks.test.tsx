import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/coverage/desk.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { FilterBar as Bar } from '../../src/features/filters/FilterBar.tsx';
import Reader from '../../src/features/reader/Reader.tsx';
import { byMachine } from '../fixtures/byHand.ts';
import { renderDesk, textOf } from '../fixtures/desk.tsx';
import { bundledCorpus, changed, smallCorpus } from '../fixtures/markedCorpus.ts';

const FilterBar = ({ desk }: { desk: Desk }) => <Bar desk={desk} onUndo={null} />;
const ReaderOf = (mark: string) =>
  function Read({ desk }: { desk: Desk }) {
    return <Reader desk={desk} onStep={() => {}} opened={{ mark, passage: 1 }} />;
  };

describe('a fuller name from outside the articles', () => {
  it('stands in the menu of actors as such, and not in the name', async () => {
    const { user } = await renderDesk(FilterBar, { corpus: bundledCorpus() });
    await user.click(screen.getByRole('button', { name: 'Actor' }));
    const menu = within(screen.getAllByRole('group', { name: 'Actor' })[0] ?? document.body);
    expect(textOf(menu.getByRole('button', { name: /^Moon/ }))).toMatch(
      /^Moon\s*full name, from outside the articles: Moon Jae-in\s*\d/,
    );
    expect(textOf(menu.getByRole('button', { name: /^Kim Jong Un/ }))).not.toContain('outside');
  });

  it('stands in the reader beside who speaks, and the sentence names only what the article says', async () => {
    await renderDesk(ReaderOf('b-moon-guard'), { corpus: bundledCorpus() });
    expect(document.body).toHaveTextContent(
      'Moon, named in the sentence. Full name of Moon, from outside the articles: Moon Jae-in.',
    );
  });
});

describe('the reader', () => {
  it('says on which day something was said, and from which words that is known', async () => {
    await renderDesk(ReaderOf('b-trump-tweet'), { corpus: bundledCorpus() });
    expect(document.body).toHaveTextContent('Said 8 Jan 2019, stated from B: “tweeted Tuesday”');
  });

  it('says when something past ended', async () => {
    await renderDesk(ReaderOf('r-kim-xi-arms-length'), { corpus: bundledCorpus() });
    expect(document.body).toHaveTextContent('(REJECT), historical, ended: before March 2018; in the reporter');
  });

  it('says of what a machine read that it did, how sure it is and why, and whether it is checked', async () => {
    const corpus = changed(smallCorpus(), 'statements.0.mark', byMachine(70).mark) as Corpus;
    await renderDesk(ReaderOf('s-wait'), { corpus });
    expect(document.body).toHaveTextContent(
      'Read by a machine, fairly sure, because a plain verb of speaking stands beside the words, and a name stands before that verb; not checked.',
    );
  });

  it('says nothing of the kind of what a person found', async () => {
    await renderDesk(ReaderOf('s-wait'), { corpus: smallCorpus() });
    expect(document.body).not.toHaveTextContent('machine');
  });
});
