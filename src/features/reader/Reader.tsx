import { useMemo, useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { itemById } from '../../domain/corpus.ts';
import { otherVersion, type Passage } from '../../domain/reading.ts';
import { hasSigns } from '../../domain/signs.ts';
import { textParts } from '../../domain/unseen.ts';
import type { Opened } from '../../domain/view.ts';
import { webLink } from '../../domain/webLink.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { OutLink } from '../../ui/OutLink.tsx';
import ui from '../../ui/ui.module.css';
import { Verbatim } from '../../ui/Verbatim.tsx';
import { Words } from '../../ui/Words.tsx';
import { ArticleText } from './ArticleText.tsx';
import { type AnnotatedText, annotatedText } from './annotated.ts';
import { passagesByArticle, readingOf } from './model.ts';
import { PassageFacts } from './PassageFacts.tsx';
import { ReaderFrame } from './ReaderFrame.tsx';
import css from './reader.module.css';

type Props = { desk: Desk; opened: Opened; onStep: (opened: Opened) => void; className?: string | undefined };

/** The article behind a mark: its text, the passage highlighted, the way to the other passages and to the other article's version. */
export default function Reader({ desk, opened, onStep, className = '' }: Props) {
  const { whole, slice, onOpen } = desk;
  const reading = useMemo(() => readingOf(whole, slice, opened), [whole, slice, opened]);
  const close = () => onOpen(null);
  if (!reading) {
    return (
      <ReaderFrame className={className} onClose={close}>
        <header className={css.head}>
          <h2 tabIndex={-1}>Not in this coverage</h2>
          <CloseButton onClose={close} />
        </header>
        <p className={css.missing}>
          The link opens “<Words>{opened.mark}</Words>”, which this coverage does not have.
        </p>
      </ReaderFrame>
    );
  }
  const { list, index, current, outside } = reading;
  const step = (by: number) => {
    const next = list.passages[index + by];
    if (next) onStep(next.opened);
  };
  const headline = itemById(whole.articles, current.article)?.headline ?? current.article;
  return (
    <ReaderFrame className={className} onClose={close}>
      <header className={css.head}>
        <div className={css.row}>
          <p className={css.count} role="status">
            Passage {index + 1} of {list.passages.length}: <Words>{list.title}</Words>
          </p>
          <button
            aria-label="Previous passage"
            className={css.tool}
            data-focus="reader:previous"
            disabled={index === 0}
            onClick={() => step(-1)}
            type="button"
          >
            <Icon name="back" />
          </button>
          <button
            aria-label="Next passage"
            className={css.tool}
            data-focus="reader:next"
            disabled={index === list.passages.length - 1}
            onClick={() => step(1)}
            type="button"
          >
            <Icon name="forward" />
          </button>
          <CloseButton onClose={close} />
        </div>
        <h2 tabIndex={-1}>
          <bdi>
            <Verbatim parts={textParts(headline)} />
          </bdi>
        </h2>
        {outside && <p className={css.outside}>The filters hide this passage on the desk.</p>}
      </header>
      <Body current={current} desk={desk} list={list} onStep={onStep} />
    </ReaderFrame>
  );
}

function CloseButton({ onClose }: { onClose: () => void }) {
  return (
    <button
      aria-label="Close the reader"
      className={css.tool}
      data-focus="reader:close"
      onClick={onClose}
      type="button"
    >
      <Icon name="close" />
    </button>
  );
}

/** Says how many unseen characters are marked in the text that is shown. */
const unseenSentence = ({ unseen, whole }: AnnotatedText) =>
  `${unseen} unseen ${unseen === 1 ? 'character is' : 'characters are'} marked in this ${whole ? 'article' : 'part of the article'}.`;

/** Most articles that have a tab each; more of them stand in a list to choose from. */
const TABS = 12;

type BodyProps = {
  desk: Desk;
  list: NonNullable<ReturnType<typeof readingOf>>['list'];
  current: Passage;
  onStep: (opened: Opened) => void;
};

/** The tabs of the articles, what the passage is, and the text. */
function Body({ desk, list, current, onStep }: BodyProps) {
  const { whole, onOpen } = desk;
  const passageKey = `${current.opened.mark}.${current.opened.passage}`;
  const [chosen, setChosen] = useState({ passageKey, article: current.article, at: null as number | null });
  // A tab without passages, or a part of a long article, only holds until another passage is shown.
  const { article, at } = chosen.passageKey === passageKey ? chosen : { article: current.article, at: null };
  const shown = itemById(whole.articles, article);
  const place = at ?? (article === current.article ? (current.spans[0]?.start ?? 0) : 0);
  const text = useMemo(
    () => (shown ? annotatedText(whole, shown, list, current, place) : null),
    [whole, shown, list, current, place],
  );
  const other = otherVersion(whole, current);
  const otherBadge = other && whole.articles.find(({ id }) => id === other.article)?.badge;
  const passages = passagesByArticle(list);
  const counted = (id: string) => {
    const count = passages.get(id)?.length ?? 0;
    return `${count} ${count === 1 ? 'passage' : 'passages'}`;
  };
  const choose = (id: string) => {
    const first = passages.get(id)?.[0];
    if (first) onStep(first.opened);
    else setChosen({ passageKey, article: id, at: null });
  };
  return (
    <>
      <div aria-label="Articles" className={css.tabs} role="group">
        {whole.articles.length > TABS ? (
          <select
            aria-label="Article"
            data-focus="reader:article"
            onChange={(event) => choose(event.target.value)}
            value={article}
          >
            {whole.articles.map(({ id, badge }) => (
              <option key={id} value={id}>
                {badge}, {counted(id)}
              </option>
            ))}
          </select>
        ) : (
          whole.articles.map(({ id, badge }, place) => (
            <button
              aria-pressed={article === id}
              data-focus={`reader:article:${id}`}
              key={id}
              onClick={() => choose(id)}
              type="button"
            >
              <Badge place={place} text={badge} /> {counted(id)}
            </button>
          ))
        )}
        {other && (
          <button
            className={`${ui.button} ${css.version}`}
            data-focus="reader:version"
            onClick={() => onOpen(other.opened)}
            type="button"
          >
            <Icon name="swap" size={14} /> Same words in <Words>{otherBadge ?? other.article}</Words>
          </button>
        )}
      </div>
      <PassageFacts current={current} desk={desk} />
      {shown && text && (
        <>
          <p className={css.origin}>
            Publisher {shown.publisher === null ? 'unknown' : <Words>{shown.publisher}</Words>}, published{' '}
            {shown.published ?? 'unknown'}. Text verbatim.
            {shown.url !== null && (
              <>
                {' '}
                Address:{' '}
                <OutLink link={webLink(shown.url)}>
                  <Words>{shown.url}</Words>
                </OutLink>
                .
              </>
            )}
            {text.unseen > 0 && <b> {unseenSentence(text)}</b>}
          </p>
          <ArticleText
            article={shown}
            desk={desk}
            onMove={(to) => setChosen({ passageKey, article, at: to })}
            shown={`${passageKey} ${article} ${at}`}
            text={text}
          />
        </>
      )}
      <p aria-hidden="true" className={css.legend}>
        <mark>shown passage</mark>{' '}
        <span className={css.said}>{hasSigns(whole) ? 'checked statement' : 'statement'}</span>{' '}
        {hasSigns(whole) && (
          <>
            <span className={css.said} data-open="">
              not checked
            </span>{' '}
          </>
        )}
        <span className={css.actor}>actor</span> <span className={css.place}>place</span>{' '}
        <span className={css.date}>date</span> <span className={css.flagged}>flaw of the text</span>
      </p>
    </>
  );
}
