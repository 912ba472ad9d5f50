import type { SearchAnswer, SentenceHit } from '../../coverage/answers/search.ts';
import type { Hit } from '../../coverage/answers/searchNames.ts';
import type { Desk } from '../../coverage/desk.ts';
import { partsOf, type Stretch } from '../../domain/stretches.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Isolated } from '../../ui/Isolated.tsx';
import { LookAlike } from '../../ui/LookAlike.tsx';
import { Stacks } from '../../ui/Stacks.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Option } from './model.ts';
import css from './search.module.css';

/** Words of a corpus with the hits in them marked; isolated, so that their direction cannot reorder what stands around them. */
function Marked({ text, stretches }: { text: string; stretches: readonly Stretch[] }) {
  return (
    <Isolated text={text}>
      {partsOf(text, stretches).map(({ start, text: part, hit }) =>
        hit ? (
          <mark key={start}>
            <Stacks text={part} />
          </mark>
        ) : (
          <Stacks key={start} text={part} />
        ),
      )}
    </Isolated>
  );
}

type Props = {
  desk: Desk;
  results: SearchAnswer;
  options: Option[];
  /** Place of the active option; -1 is none. */
  active: number;
  listId: string;
  optionId: (index: number) => string;
  onChoose: (option: Option) => void;
};

/** How a name that is not the one on screen is introduced. */
const BY_WORDS = { form: 'also', metonym: 'named by', outside: 'full name, from outside the articles:' };

const GROUPS = [
  { kind: 'actor', count: 'actors', name: 'Actors' },
  { kind: 'place', count: 'places', name: 'Places' },
  { kind: 'sentence', count: 'sentences', name: 'Sentences' },
] as const;

const WHY_CLOSED = {
  'no mark': 'no mark in this sentence',
  'filtered out': 'the filters hide the mark of this sentence',
} as const;

/** The list below the box. The focus stays in the box: pressing the pointer here takes it from nothing. */
export function SearchResults({ desk, results, options, active, listId, optionId, onChoose }: Props) {
  const line = (option: Option) => {
    const index = options.indexOf(option);
    const closed = option.kind === 'sentence' && typeof option.hit.way === 'string';
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and takes the keys
      <div
        aria-disabled={closed || undefined}
        aria-selected={index === active}
        className={css.option}
        id={optionId(index)}
        key={option.key}
        onClick={() => onChoose(option)}
        role="option"
        tabIndex={-1}
      >
        {option.kind === 'filter' ? (
          <FilterLine desk={desk} left={results.left} />
        ) : option.kind === 'sentence' ? (
          <SentenceLine hit={option.hit} />
        ) : (
          <NameLine
            hit={option.hit}
            on={desk.filters[option.kind === 'actor' ? 'actors' : 'places'].includes(option.hit.id)}
          />
        )}
      </div>
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; the focus is only kept where it is
    <div className={css.popup} onMouseDown={(event) => event.preventDefault()}>
      {results.total === 0 && (
        <p aria-hidden="true" className={css.nothing}>
          Nothing found for “<Words>{results.text.trim()}</Words>”.
        </p>
      )}
      <div aria-label="Search results" className={css.list} id={listId} role="listbox">
        {GROUPS.map(({ kind, count, name }) => {
          const own = options.filter((option) => option.kind === kind);
          const found = results.found[count];
          const least = kind === 'sentence' && results.atLeast ? 'at least ' : '';
          const number = found > own.length ? `${own.length} of ${least}${found}` : `${found}`;
          if (own.length === 0) return null;
          return (
            <div aria-label={`${name}, ${number}`} className={css.group} key={kind} role="group">
              <p aria-hidden="true" className={css.groupName}>
                {name} <span className="num">{number}</span>
              </p>
              {own.map(line)}
            </div>
          );
        })}
        {options.filter(({ kind }) => kind === 'filter').map(line)}
      </div>
    </div>
  );
}

function NameLine({ hit, on }: { hit: Hit; on: boolean }) {
  return (
    <>
      <span className={css.name}>
        <Marked stretches={hit.stretches} text={hit.name} />
      </span>{' '}
      {hit.alike && <LookAlike id={hit.id} />}{' '}
      {hit.by && (
        <span className={css.meta}>
          {BY_WORDS[hit.by.kind]} “<Marked stretches={hit.by.stretches} text={hit.by.text} />”
        </span>
      )}{' '}
      <span className={css.kind}>{hit.kind.replaceAll('-', ' ')}</span>{' '}
      {on && (
        <span className={css.on}>
          <Icon name="check" size={12} /> filter is on
        </span>
      )}
    </>
  );
}

function SentenceLine({ hit }: { hit: SentenceHit }) {
  return (
    <>
      <span className={css.where}>
        <span className="vh">Article </span>
        <Badge place={hit.place} text={hit.badge} />{' '}
        <span>
          paragraph <span className="num">{hit.paragraph}</span>
          {typeof hit.way === 'string' && `, ${WHY_CLOSED[hit.way]}`}
        </span>
      </span>{' '}
      <span className={css.sentence} lang={hit.language}>
        {hit.before && '… '}
        <Marked stretches={hit.stretches} text={hit.text} />
        {hit.after && ' …'}
      </span>
    </>
  );
}

function FilterLine({ desk: { filters, head }, left }: { desk: Desk; left: number }) {
  return (
    <>
      <span className={css.name}>{filters.text === '' ? 'Filter' : 'Filter is on'}: only what has these words</span>{' '}
      <span className={css.meta}>
        leaves <span className="num">{left}</span> of <span className="num">{head.sizes.statements}</span> statements
      </span>
    </>
  );
}
