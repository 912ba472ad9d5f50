// What is needed once somebody searches; loaded with the first focus of the box.
export { optionsOf, searchResults, summaryOf } from './model.ts';
export { SearchResults } from './SearchResults.tsx';
export { plainWords } from './stretches.ts';
