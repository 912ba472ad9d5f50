import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import { DEFAULT_VIEW } from '../../src/domain/view.ts';
import { comingParts } from '../../src/features/wall/later.ts';
import { WallPanel } from '../../src/features/wall/WallPanel.tsx';
import { stillDesk } from '../fixtures/desk.tsx';
import { bundledCorpus } from '../fixtures/markedCorpus.ts';

it('is the same when it is rendered without a screen, and holds no style attribute', async () => {
  const whole = bundledCorpus();
  const desk = stillDesk(whole, { filters: NO_FILTERS, view: DEFAULT_VIEW });
  const page = document.createElement('div');
  document.body.append(page);
  page.innerHTML = renderToString(<WallPanel desk={desk} />);
  const words = page.textContent;
  expect(page.querySelectorAll('article').length).toBeGreaterThan(30);
  expect(page.querySelector('[style]')).toBeNull();
  const onRecoverableError = vi.fn();
  await act(async () => {
    hydrateRoot(page, <WallPanel desk={desk} />, { onRecoverableError });
    await comingParts;
  });
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(page.textContent).toBe(words);
});
