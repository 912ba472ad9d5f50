import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense, useLayoutEffect, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTheme } from '../../src/app/theme.ts';
import { problemLine } from '../../src/corpus/problem.ts';
import { type CheckResult, readCorpus } from '../../src/corpus/readCorpus.ts';
import { THEMES } from '../../src/domain/view.ts';
import { createQueryClient } from '../../src/source/useCorpus.ts';
import { FIXTURES, type FixtureName } from './fixtures/fixtures.ts';
import { IndexPage } from './IndexPage.tsx';
import { EXHIBITS, type Exhibit, type ExhibitName } from './panels.tsx';
import { Stage } from './Stage.tsx';

const corpora = new Map<FixtureName, CheckResult>();

/** The corpus of a fixture, through the door as any other. */
function corpusOf(name: FixtureName): CheckResult {
  const known = corpora.get(name) ?? readCorpus(FIXTURES[name]());
  corpora.set(name, known);
  return known;
}

const isKey = <T extends string>(table: Record<T, unknown>, key: string | null): key is T =>
  key !== null && Object.hasOwn(table, key);

function Gallery() {
  const search = useSyncExternalStore(
    (listener) => {
      window.addEventListener('popstate', listener);
      return () => window.removeEventListener('popstate', listener);
    },
    () => window.location.search,
  );
  const query = new URLSearchParams(search);
  const [panel, fixture, width] = [query.get('panel'), query.get('fixture'), Number(query.get('width'))];
  const theme = THEMES.find((known) => known === query.get('theme')) ?? null;
  useLayoutEffect(() => applyTheme({ theme, kiosk: null }), [theme]);
  if (!isKey<ExhibitName>(EXHIBITS, panel) || !isKey<FixtureName>(FIXTURES, fixture)) return <IndexPage />;
  if (width > 0 && width !== window.innerWidth) {
    query.delete('width');
    return <iframe height="1000" src={`?${query}`} title={`${panel}, ${fixture}`} width={width} />;
  }
  const corpus = corpusOf(fixture);
  if (!corpus.ok) return <pre role="alert">{corpus.problems.map(problemLine).join('\n')}</pre>;
  const exhibit: Exhibit = EXHIBITS[panel];
  return <Stage exhibit={exhibit} key={search} whole={corpus.corpus} />;
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <Suspense>
          <Gallery />
        </Suspense>
      </QueryClientProvider>
    </StrictMode>,
  );
