import { startTransition, useState } from 'react';
import { ARTICLE } from '../../coverage/answers/article.ts';
import { PASSAGE, type PassageAnswer } from '../../coverage/answers/passage.ts';
import type { AnnotatedText } from '../../coverage/answers/reading/annotated.ts';
import type { Desk } from '../../coverage/desk.ts';
import { textParts } from '../../domain/unseen.ts';
import type { Opened } from '../../domain/view.ts';
import { webLink } from '../../domain/webLink.ts';
import { Icon } from '../../ui/Icon.tsx';
import { OutLink } from '../../ui/OutLink.tsx';
import { Verbatim } from '../../ui/Verbatim.tsx';
import { Words } from '../../ui/Words.tsx';
import { ArticleTabs, type ShownPart } from './ArticleTabs.tsx';
import { ArticleText } from './ArticleText.tsx';
import { PassageFacts } from './PassageFacts.tsx';
import { ReaderFrame } from './ReaderFrame.tsx';
import css from './reader.module.css';

type Props = { desk: Desk; opened: Opened; onStep: (opened: Opened) => void; className?: string | undefined };

/** The article behind a mark: its text, the passage highlighted, the way to the other passages and to the other article's version. */
export default function Reader({ desk, opened, onStep, className = '' }: Props) {
  const passage = desk.answer(PASSAGE, { mark: opened.mark, passage: opened.passage });
  const close = () => desk.onOpen(null);
  if (!passage) {
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
  const { title, number, inAll, previous, next, headline, outside } = passage;
  return (
    <ReaderFrame className={className} onClose={close}>
      <header className={css.head}>
        <div className={css.row}>
          <p className={css.count} role="status">
            Passage {number} of {inAll}: <Words>{title}</Words>
          </p>
          <button
            aria-label="Previous passage"
            className={css.tool}
            data-focus="reader:previous"
            disabled={previous === null}
            onClick={() => previous && onStep(previous)}
            type="button"
          >
            <Icon name="back" />
          </button>
          <button
            aria-label="Next passage"
            className={css.tool}
            data-focus="reader:next"
            disabled={next === null}
            onClick={() => next && onStep(next)}
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
      <Body desk={desk} onStep={onStep} passage={passage} />
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

type BodyProps = { desk: Desk; passage: PassageAnswer; onStep: (opened: Opened) => void };

/** The tabs of the articles, what the passage is, and the text. */
function Body({ desk, passage, onStep }: BodyProps) {
  const { asOf, signed } = desk.head;
  const passageKey = `${passage.opened.mark}.${passage.opened.passage}`;
  const [chosen, setChosen] = useState({ passageKey, part: { article: passage.article, at: null } as ShownPart });
  // A tab without passages, or a part of a long article, only holds until another passage is shown.
  const part = chosen.passageKey === passageKey ? chosen.part : { article: passage.article, at: null };
  const show = (part: ShownPart) => startTransition(() => setChosen({ passageKey, part }));
  return (
    <>
      <ArticleTabs article={part.article} desk={desk} onShow={show} onStep={onStep} passage={passage} />
      <PassageFacts asOf={asOf.date} fact={passage.fact} />
      <ShownArticle desk={desk} onShow={show} opened={passage.opened} part={part} />
      <p aria-hidden="true" className={css.legend}>
        <mark>shown passage</mark> <span className={css.said}>{signed ? 'checked statement' : 'statement'}</span>{' '}
        {signed && (
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

type ShownArticleProps = { desk: Desk; opened: Opened; part: ShownPart; onShow: (part: ShownPart) => void };

/** Where the article comes from, and its text. */
function ShownArticle({ desk, opened, part: { article: id, at }, onShow }: ShownArticleProps) {
  const article = desk.answer(ARTICLE, { opened, article: id, at });
  if (!article) return null;
  const { publisher, published, url, text } = article;
  return (
    <>
      <p className={css.origin}>
        Publisher {publisher === null ? 'unknown' : <Words>{publisher}</Words>}, published {published ?? 'unknown'}.
        Text verbatim.
        {url !== null && (
          <>
            {' '}
            Address:{' '}
            <OutLink link={webLink(url)}>
              <Words>{url}</Words>
            </OutLink>
            .
          </>
        )}
        {text.unseen > 0 && <b> {unseenSentence(text)}</b>}
      </p>
      <ArticleText
        article={article}
        desk={desk}
        onMove={(to) => onShow({ article: id, at: to })}
        shown={`${opened.mark}.${opened.passage} ${id} ${at}`}
      />
    </>
  );
}
