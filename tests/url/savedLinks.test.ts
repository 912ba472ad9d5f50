// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import { DEFAULT_VIEW } from '../../src/domain/view.ts';
import { decodeLink, encodeLink } from '../../src/url/link.ts';
import { SAVED } from '../fixtures/savedLinks.ts';

describe('saved links', () => {
  it.each(SAVED)('%s', (query, { filters, view, rest = [], notes = [] }) => {
    const read = decodeLink(query);
    expect(read.state).toEqual({ filters: { ...NO_FILTERS, ...filters }, view: { ...DEFAULT_VIEW, ...view }, rest });
    expect(read.notes.map(({ param }) => param)).toEqual(notes);
  });

  it('are written today as the first of these rows were', () => {
    for (const [query] of SAVED.slice(2, 15)) expect(encodeLink(decodeLink(query).state)).toBe(query);
  });
});
