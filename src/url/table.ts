import type { Filters } from '../domain/filters.ts';
import { CHECKS } from '../domain/mark.ts';
import { CERTAINTIES, STATEMENT_KINDS } from '../domain/statement.ts';
import { TIE_KINDS } from '../domain/tie.ts';
import { EMBEDS, PAGES, THEMES, TIES_VIEWS, type View, WALL_ORDERS } from '../domain/view.ts';
import * as codec from './codecs.ts';

type Row<T> = { key: string; codec: codec.Codec<T> };

/** How each filter stands in a link. A new filter does not compile without its row. */
export const FILTER_ROWS: { [K in keyof Filters]: Row<Filters[K]> } = {
  articles: { key: 'article', codec: codec.slugList },
  kinds: { key: 'kind', codec: codec.wordList(STATEMENT_KINDS) },
  certainties: { key: 'certainty', codec: codec.wordList(CERTAINTIES) },
  tieKinds: { key: 'ties', codec: codec.wordList(TIE_KINDS) },
  ties: { key: 'tie', codec: codec.tieList },
  actors: { key: 'actor', codec: codec.slugList },
  relays: { key: 'told', codec: codec.slugList },
  places: { key: 'place', codec: codec.slugList },
  topics: { key: 'topic', codec: codec.slugList },
  checked: { key: 'checked', codec: codec.wordList(CHECKS) },
  from: { key: 'from', codec: codec.day },
  to: { key: 'to', codec: codec.day },
  text: { key: 'q', codec: codec.text },
};

/** How each part of the view stands in a link. */
export const VIEW_ROWS: { [K in keyof View]: Row<View[K]> } = {
  page: { key: 'page', codec: codec.word(PAGES, 'desk') },
  pair: { key: 'pair', codec: codec.pair },
  ties: { key: 'view', codec: codec.word(TIES_VIEWS, null) },
  order: { key: 'order', codec: codec.word(WALL_ORDERS, 'weight') },
  opened: { key: 'open', codec: codec.opened },
  theme: { key: 'theme', codec: codec.word(THEMES, null) },
  kiosk: { key: 'kiosk', codec: codec.count(5, 3600) },
  play: { key: 'play', codec: codec.path },
  night: { key: 'night', codec: codec.hours },
  check: { key: 'check', codec: codec.count(10, 86_400) },
  embed: { key: 'embed', codec: codec.word(EMBEDS, null, ', once, as “Share” writes it') },
  older: { key: 'older', codec: codec.word<'1', null>(['1'], null, ', to show a coverage of an earlier day') },
  file: { key: 'file', codec: codec.neededFile },
  data: { key: 'data', codec: codec.dataAddress },
  allow: { key: 'allow', codec: codec.hostName },
  pin: { key: 'pin', codec: codec.pin },
  step: { key: 'step', codec: codec.count(1, 99) },
  story: { key: 'story', codec: codec.packed },
};
