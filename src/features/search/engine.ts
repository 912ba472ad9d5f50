// What is needed once somebody searches; loaded with the first focus of the box.
export { SEARCH } from '../../coverage/answers/search.ts';
export { plainWords } from '../../domain/stretches.ts';
export { optionsOf, summaryOf } from './model.ts';
export { SearchResults } from './SearchResults.tsx';
