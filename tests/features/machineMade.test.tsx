import { render, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { EDITION } from '../../src/coverage/answers/edition.ts';
import { SCENES } from '../../src/coverage/answers/scenes.ts';
import { SHOWN } from '../../src/coverage/answers/shown.ts';
import type { Desk } from '../../src/coverage/desk.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import type { Review } from '../../src/domain/mark.ts';
import { provenanceOf } from '../../src/exports/provenance.ts';
import { FilterBar as Bar } from '../../src/features/filters/FilterBar.tsx';
import { QuoteScene } from '../../src/features/kiosk/QuoteScene.tsx';
import { TiesScene } from '../../src/features/kiosk/TiesScene.tsx';
import Reader from '../../src/features/reader/Reader.tsx';
import { LinkPart } from '../../src/features/share/LinkPart.tsx';
import { SpeakersPanel } from '../../src/features/speakers/SpeakersPanel.tsx';
import { TiesPanel } from '../../src/features/ties/TiesPanel.tsx';
import { TimelinePanel } from '../../src/features/timeline/TimelinePanel.tsx';
import Venues from '../../src/features/venues/Venues.tsx';
import { comingParts } from '../../src/features/wall/later.ts';
import { WallPanel } from '../../src/features/wall/WallPanel.tsx';
import { answered } from '../fixtures/ask.ts';
import { byMachine } from '../fixtures/byHand.ts';
import { renderDesk, textOf } from '../fixtures/desk.tsx';
import { machineMade } from '../fixtures/machineMade.ts';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';
import { deskCorpus } from './deskCorpus.ts';

beforeAll(
  () =>
    Promise.all([
      comingParts,
      import('../../src/features/ties/Network.tsx'),
      import('../../src/features/timeline/Events.tsx'),
    ]).then(() => {}),
  30_000,
);

/** The desk corpus as a machine read it: statements in their order ready, calm, rain, wait, cut, wait in B. */
const read = (...reviews: Review[]): Corpus => machineMade(deskCorpus(), reviews);
const FilterBar = ({ desk }: { desk: Desk }) => <Bar desk={desk} onUndo={null} />;
const card = (words: string) => {
  const found = screen.getAllByRole('article').find((one) => textOf(one).includes(words));
  if (!found) throw new Error(`no card says "${words}"`);
  return found;
};

describe('a card of what a machine read', () => {
  it('has the word of its sign after the name, and in sight where fewer cards have it', async () => {
    await renderDesk(WallPanel, { corpus: read('accepted', 'none', 'none', 'none', 'none', 'none') });
    const checked = card('ready to talk about everything');
    expect(textOf(checked)).toMatch(/Moon said checked/);
    expect(within(checked).getByText('checked')).not.toHaveClass('vh');
    const open = card('the border is');
    expect(textOf(open)).toMatch(/Kim told .* not checked/);
    expect(within(open).getByText('not checked')).toHaveClass('vh');
    expect(screen.getByText('read by a machine, not checked')).toBeVisible();
  });

  it('has the other word in sight where most are checked', async () => {
    await renderDesk(WallPanel, { corpus: read('none', 'accepted', 'accepted', 'corrected', 'accepted', 'accepted') });
    expect(within(card('ready to talk about everything')).getByText('not checked')).not.toHaveClass('vh');
    expect(within(card('the border is')).getByText('checked')).toHaveClass('vh');
    expect(screen.getByText('checked by a person')).toBeVisible();
  });

  it('says that it was accepted with others', async () => {
    await renderDesk(WallPanel, { corpus: read('bulk', 'bulk', 'bulk', 'none', 'none', 'none') });
    expect(card('the border is')).toHaveTextContent('accepted with 2 others');
    expect(card('the bridge')).not.toHaveTextContent('accepted');
  });

  it('says of the same words in two articles which of them is checked', async () => {
    await renderDesk(WallPanel, { corpus: read('none', 'none', 'none', 'none', 'none', 'accepted') });
    expect(card('We wait for a warm spring')).toHaveTextContent(/checked in B/);
  });

  it('leaves a speaker open who is not settled, however sure the machine is', async () => {
    const corpus = deskCorpus();
    const statements = corpus.statements.map((one) => ({ ...one, ...byMachine(100) }));
    await renderDesk(WallPanel, {
      corpus: { ...read('none'), statements: statements.filter(({ id }) => id === 's-wait') },
    });
    expect(card('We wait for a warm spring')).toHaveAttribute('data-certainty', 'unresolved');
    expect(card('We wait for a warm spring')).toHaveTextContent(/“he”.*Kim\?\s*Moon\?/);
  });

  it('is copied with a note at its end', async () => {
    const { user, calls } = await renderDesk(WallPanel, { corpus: read('accepted', 'none') });
    const copy = async (words: string) => {
      await user.click(within(card(words)).getByRole('button', { name: 'Copy with attribution and link' }));
      await comingParts;
      return calls.onCopy.mock.lastCall?.[0].split('\n').at(-1);
    };
    expect(await copy('ready to talk about everything')).toBe('(speaker found by a machine, checked by a person)');
    expect(await copy('the border is')).toBe('(speaker found by a machine, not checked)');
    expect(await copy('We wait for a warm spring')).toBe('(read by a machine, not checked)');
  });

  it('has nothing of the kind where people read', async () => {
    const { user, calls, container } = await renderDesk(WallPanel);
    expect(container).not.toHaveTextContent(/checked|machine/);
    await user.click(screen.getAllByRole('button', { name: 'Copy with attribution and link' })[0] as HTMLElement);
    await comingParts;
    expect(calls.onCopy.mock.lastCall?.[0]).not.toContain('machine');
  });
});

describe('the ties of what a machine read', () => {
  const part = () => read('accepted', 'none');
  const AID = 'Korea to Japan: cooperation, 3 of 4 checked, 4 passages, 2 asserted, 1 future, 1 negated';

  it('say in the network how many of their passages are checked, and their ends whether all are', async () => {
    const { container } = await renderDesk(TiesPanel, { corpus: part(), view: { ties: 'network' } });
    expect(await screen.findByRole('button', { name: AID })).toBeVisible();
    expect(screen.getByRole('button', { name: /^Japan to Korea: conflict, checked, 1 passage/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /^Japan and Korea: talks, not checked, 1 passage/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /^Korea: 0 statements, not all checked, / })).toBeVisible();
    expect([...container.querySelectorAll('[data-count] text')].map(textOf)).toContain('3 of 4?×');
  });

  it('say it in the matrix and in a column of the list', async () => {
    const { user } = await renderDesk(TiesPanel, { corpus: part(), view: { ties: 'matrix' } });
    expect(await screen.findByRole('button', { name: AID })).toHaveTextContent('3 of 4?×');
    await user.click(screen.getByRole('button', { name: 'List' }));
    const table = await screen.findByRole('table');
    expect(within(table).getByRole('columnheader', { name: 'Checked' })).toBeVisible();
    const cells = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => textOf(within(row).getAllByRole('cell').at(-1) as HTMLElement));
    expect(cells).toEqual(['3 of 4', 'all', 'none', 'none']);
  });

  it('have no sign and no column where people read', async () => {
    const { container } = await renderDesk(TiesPanel, { view: { ties: 'list' } });
    await screen.findByRole('table');
    expect(container).not.toHaveTextContent(/checked/i);
  });
});

describe('who speaks, when and where', () => {
  it('a speaker has lines below what is checked, and the number in words and in the table', async () => {
    const { user, container } = await renderDesk(SpeakersPanel, { corpus: read('accepted', 'none', 'none') });
    const kim = screen.getByRole('button', { name: 'Kim' }).closest('li') as HTMLElement;
    expect(kim).toHaveTextContent('not checked, 0 direct, 1 mixed, 1 indirect');
    const moon = screen.getByRole('button', { name: 'Moon' }).closest('li') as HTMLElement;
    expect(moon).toHaveTextContent('1 of 2 checked, 2 direct');
    expect(container.querySelectorAll('svg path[class*="checked"]')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Table' }));
    expect(await screen.findByRole('rowheader', { name: /^Moon\s*1 of 2 checked$/ })).toBeVisible();
  });

  it('events and places say whether they are checked, and what lies ahead is expected', async () => {
    const corpus = machineMade(bundledCorpus(), ['accepted', 'none']);
    const first = corpus.events[0];
    const ahead = { ...corpus, asOf: { ...corpus.asOf, date: '2018-01-01' } };
    await renderDesk(TimelinePanel, { corpus: ahead });
    const names = (await screen.findAllByRole('button', { name: /, (not )?checked, / })).map(
      (one) => one.getAttribute('aria-label') ?? '',
    );
    expect(names).toHaveLength(corpus.events.length);
    expect(names.some((name) => name.startsWith(`${first?.label}, checked, `))).toBe(true);
    expect(names.filter((name) => name.includes(', expected, ')).length).toBeGreaterThan(5);
  });

  it('places say it on the map and in their table', async () => {
    const corpus = machineMade(bundledCorpus(), ['accepted', 'none']);
    await renderDesk(({ desk }) => <Venues desk={desk} map={null} mapFailed={false} />, { corpus });
    expect(screen.getByRole('button', { name: /^Hanoi, (not )?checked, candidate$/ })).toBeVisible();
    expect(screen.getAllByRole('rowheader', { name: /, not checked/ }).length).toBeGreaterThan(0);
    expect(screen.getAllByRole('rowheader', { name: /, checked/ }).length).toBeGreaterThan(0);
  });
});

describe('the reader of what a machine read', () => {
  const open = (mark: string) =>
    function Read({ desk }: { desk: Desk }) {
      return <Reader desk={desk} onStep={() => {}} opened={{ mark, passage: 1 }} />;
    };

  it('has in the margin what is checked, how sure it is in a word, and why', async () => {
    await renderDesk(open('s-ready'), { corpus: read('accepted', 'none', 'none', 'none') });
    const notes = screen.getAllByRole('list', { name: /^Notes on paragraph/ }).map(textOf);
    expect(notes.some((note) => note.startsWith('checked'))).toBe(true);
    expect(notes.join(' ')).toMatch(
      /not checked fairly sure: a pronoun leads back to a name, and many words lie between/,
    );
    expect(document.body.textContent).not.toMatch(/\d ?%/);
  });

  it('says in the margin that a speaker is not settled', async () => {
    await renderDesk(open('s-wait'), { corpus: read('none') });
    const notes = screen.getAllByRole('list', { name: /^Notes on paragraph/ }).map(textOf);
    expect(notes.some((note) => /^not checked not settled/.test(note))).toBe(true);
  });
});

describe('the filter of what is checked', () => {
  it('is offered with two chips that count, and filters', async () => {
    const { user, slice } = await renderDesk(FilterBar, { corpus: read('accepted', 'none', 'none') });
    const group = within(screen.getByRole('group', { name: 'Review' }));
    expect(group.getAllByRole('button').map(textOf)).toEqual(['Checked2 statements', 'Not checked4 statements']);
    await user.click(group.getByRole('button', { name: /^Checked/ }));
    expect(slice().statements.map(({ id }) => id)).toEqual(['s-ready', 's-wait']);
    expect(slice().relations.every(({ mark }) => mark.by === 'machine' && mark.review === 'accepted')).toBe(true);
  });

  it('is not offered where people read', async () => {
    await renderDesk(FilterBar);
    expect(screen.queryByRole('group', { name: 'Review' })).toBeNull();
  });
});

describe('what leaves the desk', () => {
  const Link = ({ desk }: { desk: Desk }) => (
    <LinkPart
      desk={desk}
      onCopy={() => {}}
      pin={null}
      told={provenanceOf(
        { head: desk.head, filters: desk.filters, link: '', made: '2026-11-22' },
        desk.answer(SHOWN, null),
      )}
    />
  );

  it('says before the link how much is checked, and offers only that', async () => {
    const { user } = await renderDesk(Link, { corpus: read('accepted', 'none', 'none') });
    expect(document.body).toHaveTextContent('This view shows 6 statements, 2 of them checked by a person');
    await user.click(screen.getByRole('button', { name: 'Only the 2 checked' }));
    expect(document.body).toHaveTextContent('This link holds the filters Checked.');
  });

  it('offers nothing that is not there', async () => {
    await renderDesk(Link, { corpus: read('none') });
    expect(screen.queryByRole('button', { name: /^Only the/ })).toBeNull();
  });

  it('says on paper what is checked', () => {
    const corpus = read('accepted', 'none');
    const { settled, ties } = answered(corpus, EDITION, null);
    expect(settled.map(({ checked }) => checked)).toContain(true);
    expect(settled.map(({ checked }) => checked)).toContain(false);
    expect(ties[0]?.sign).toBe('3 of 4 checked');
    const byHand = deskCorpus();
    expect(answered(byHand, EDITION, null).settled.every(({ checked }) => checked === null)).toBe(true);
  });
});

describe('the wall', () => {
  const first = (corpus: Corpus, kind: string) => {
    const { scenes } = answered(corpus, SCENES, { around: 20, steps: null });
    const found = scenes.find(({ content }) => content.kind === kind)?.content;
    if (!found) throw new Error(`no scene is a ${kind}`);
    return found;
  };
  const quote = (corpus: Corpus) => {
    const content = first(corpus, 'quote');
    return content.kind === 'quote' ? <QuoteScene content={content} /> : null;
  };

  it('says in words under a quotation that nobody has checked its speaker', () => {
    render(quote(read('none')));
    expect(document.body).toHaveTextContent(
      /not checked\s*Moon\s*Speaker found by a machine, not checked by a person\./,
    );
  });

  it('does not where a person has', () => {
    render(quote(read('accepted')));
    expect(document.body).toHaveTextContent(/checked\s*Moon/);
    expect(document.body).not.toHaveTextContent('not checked');
  });

  it('says nothing of the kind of what people read', () => {
    render(quote(deskCorpus()));
    expect(document.body).not.toHaveTextContent('checked');
  });

  it('has hollow and filled counts on its ties', () => {
    const corpus = read('accepted', 'none');
    const content = first(corpus, 'ties');
    if (content.kind !== 'ties') return;
    render(<TiesScene content={content} />);
    expect(screen.getByRole('listitem')).toHaveTextContent('3 of 4?×, 3 of 4 checked');
    expect(document.body).toHaveTextContent('filled: checked by a person');
  });
});
