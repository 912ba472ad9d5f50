import { type ReactNode, useState } from 'react';
import { SHOWN } from '../../coverage/answers/shown.ts';
import type { Desk } from '../../coverage/desk.ts';
import { pinOf } from '../../domain/pin.ts';
import { today } from '../../domain/today.ts';
import { provenanceOf } from '../../exports/provenance.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import { EmbedPart } from './EmbedPart.tsx';
import { FilesPart } from './FilesPart.tsx';
import { LinkPart } from './LinkPart.tsx';
import { PicturePart } from './PicturePart.tsx';
import { StoryPart } from './StoryPart.tsx';
import type { StoryWays } from './StorySteps.tsx';
import css from './share.module.css';

type Part = 'link' | 'files' | 'picture' | 'embed' | 'story';
const PARTS: { value: Part; label: string }[] = [
  { value: 'link', label: 'Link' },
  { value: 'files', label: 'Files' },
  { value: 'picture', label: 'Picture' },
  { value: 'embed', label: 'Embed' },
  { value: 'story', label: 'Story' },
];

/** `map` is the base map as it was read from its file, or undefined; `paper` makes the paper edition as an HTML file. */
type Props = { desk: Desk; map: unknown; paper: () => Promise<string>; story: StoryWays; onClose: () => void };

/** Everything that takes a view out of the desk. */
export default function ShareDialog({ desk, map, paper, story, onClose }: Props) {
  const [part, setPart] = useState<Part>('link');
  const [said, copy, say] = useCopy('Copied.');
  const { head, filters, ask } = desk;
  const pin = head.digest === '' ? null : pinOf(head);
  const exported = { head, filters, link: desk.linkTo({ pin }), made: today() };
  const shown = desk.answer(SHOWN, null);
  const told = provenanceOf(exported, shown);
  const panels: Partial<Record<Part, ReactNode>> = {
    link: <LinkPart desk={desk} onCopy={copy} pin={pin} told={told} />,
    files: (
      <FilesPart
        onPaper={() => desk.onView({ page: 'paper' })}
        onSaid={say}
        wish={{ exported, shown, told, ask, map, paper }}
      />
    ),
    picture: <PicturePart exported={exported} onSaid={say} told={told} />,
    embed:
      head.origin.kind === 'built-in' ? (
        <EmbedPart desk={desk} onCopy={copy} pin={pin} />
      ) : (
        <p>
          Only the built-in coverage can stand in a page of somebody else: a frame opens no file and loads nothing from
          another host. A picture or the paper edition can be put there instead.
        </p>
      ),
    story: <StoryPart desk={desk} onClose={onClose} onCopy={copy} ways={story} />,
  };
  return (
    <Dialog className={css.dialog} onClose={onClose} said={said} title="Share this view">
      <Tabs label="Ways out" onChange={setPart} options={PARTS} value={part}>
        {panels[part]}
      </Tabs>
    </Dialog>
  );
}
