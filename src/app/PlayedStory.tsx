import type { Desk } from '../coverage/desk.ts';
import StoryBar from '../features/share/StoryBar.tsx';
import type { Address } from '../url/address.ts';
import { storyWays, unreadOf } from './storyWays.ts';

/** The story that the address tells, above the view of its step. */
export default function PlayedStory({ address, desk }: { address: Address; desk: Desk }) {
  const { story, step } = desk.view;
  if (story === null) return null;
  return (
    <StoryBar
      desk={desk}
      onLeave={() => desk.onView({ story: null, step: null })}
      packed={story}
      step={step ?? 1}
      unread={unreadOf}
      ways={storyWays(address, desk)}
    />
  );
}
