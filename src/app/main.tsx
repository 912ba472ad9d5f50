import '../ui/tokens.css';
import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bundledSource } from '../source/corpusSource.ts';
import { createQueryClient } from '../source/useCorpus.ts';
import { createAddress } from '../url/address.ts';
import { App } from './App.tsx';
import { focusKey } from './focus.ts';
import { applyTheme } from './theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

const address = createAddress(window, focusKey);
applyTheme(address.get().state.view.theme);
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <App address={address} source={bundledSource} />
    </QueryClientProvider>
  </StrictMode>,
);
