import { useEffect, useRef, useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { readStoryText, STORY_LIMITS, type Story, type StoryProblem, storyText } from '../../domain/story.ts';
import { download } from '../../ui/download.ts';
import { Icon } from '../../ui/Icon.tsx';
import ui from '../../ui/ui.module.css';
import { Words } from '../../ui/Words.tsx';
import { SAFE_LENGTH } from './holds.ts';
import { packStory } from './packStory.ts';
import { StorySteps, type StoryWays } from './StorySteps.tsx';
import css from './share.module.css';
import { useDraft } from './useDraft.ts';

type Props = { desk: Desk; ways: StoryWays; onCopy: (text: string) => void; onClose: () => void };

/** Builds a story out of views: add, order, say a sentence each; play it, send it, save it. */
export function StoryPart({ desk, ways, onCopy, onClose }: Props) {
  const draft = useDraft(desk.head.id);
  const { story } = draft;
  const [problems, setProblems] = useState<{ file: string; list: StoryProblem[] } | null>(null);
  const link = useStoryLink(story, ways);
  // The step that was just added: its sentence takes the focus with its first drawing, so that no letter is lost.
  const fresh = useRef<number | null>(null);
  const addView = () => {
    fresh.current = story.steps.length;
    draft.add({ view: ways.here, says: '' });
  };
  const openFile = async (file: File | undefined) => {
    if (!file) return;
    const read = readStoryText(await file.text());
    setProblems(read.ok ? null : { file: file.name, list: read.problems });
    if (read.ok) draft.open(read.story);
  };
  const play = async () => ways.onStep(story.steps[0]?.view ?? '', await packStory(story), 1);
  return (
    <>
      <p>
        A story is a row of views with a sentence each. Set the desk to a view, add it here, go on. The same file plays
        on a wall.
      </p>
      {story.steps.length > 0 && (
        <label className={css.field}>
          Title of the story
          <input
            maxLength={STORY_LIMITS.title}
            onChange={(event) => draft.write({ title: event.target.value })}
            type="text"
            value={story.title}
          />
        </label>
      )}
      <StorySteps draft={draft} fresh={fresh} ways={ways} />
      <p className={css.actions}>
        <button className={css.main} disabled={draft.full} onClick={addView} type="button">
          Add this view
        </button>
        {story.steps.length > 0 && (
          <>
            <button
              className={ui.button}
              onClick={() => {
                onClose();
                play();
              }}
              type="button"
            >
              Play
            </button>
            <button className={ui.button} disabled={link === null} onClick={() => onCopy(link ?? '')} type="button">
              Copy the link
            </button>
            <button
              className={ui.button}
              onClick={() => download(`dateline_${desk.head.id}_story.json`, storyText(story), 'application/json')}
              type="button"
            >
              Save as a file
            </button>
          </>
        )}
        <label className={`${ui.button} ${css.file}`}>
          Open a story…
          <input
            accept=".json,application/json"
            onChange={(event) => {
              openFile(event.target.files?.[0]);
              event.target.value = '';
            }}
            type="file"
          />
        </label>
        {story.steps.length > 0 && (
          <button className={ui.button} onClick={draft.clear} type="button">
            Start anew
          </button>
        )}
        {draft.canUndo && (
          <button className={ui.button} onClick={draft.undo} type="button">
            Undo
          </button>
        )}
      </p>
      {problems && (
        <div className={css.warning} role="alert">
          <Icon name="warning" />
          <div>
            “<Words>{problems.file}</Words>” is not a story, and nothing was changed.
            <ul>
              {problems.list.map(({ path, expected, found }) => (
                <li key={path}>
                  <code>{path}</code>: expected {expected}, found <Words>{found}</Words>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {link !== null && link.length > SAFE_LENGTH && (
        <p className={css.warning}>
          <Icon name="warning" /> The link has {link.length} characters. Some chats and mail programs cut links after{' '}
          {SAFE_LENGTH}: send the file there.
        </p>
      )}
      {!draft.kept && (
        <p className={css.warning}>
          <Icon name="warning" /> This browser does not keep the story: save it as a file before you leave.
        </p>
      )}
    </>
  );
}

/** The link of a story; null until it is packed, and while it has no step. */
function useStoryLink(story: Story, ways: StoryWays): string | null {
  const [made, setMade] = useState<{ of: Story; packed: string } | null>(null);
  useEffect(() => {
    let away = false;
    if (story.steps.length > 0)
      packStory(story).then((packed) => {
        if (!away) setMade({ of: story, packed });
      });
    return () => {
      away = true;
    };
  }, [story]);
  return made?.of === story ? ways.linkTo(story.steps[0]?.view ?? '', made.packed) : null;
}
