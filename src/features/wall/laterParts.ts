// One chunk: each of these alone would be smaller than the request for it.
export { CardReview, CardSign, SignKey } from './CardSign.tsx';
export { copyText } from './copyText.ts';
export { MoreBelow } from './MoreBelow.tsx';
export { Pages } from './Pages.tsx';
export { Wordings } from './Wordings.tsx';
