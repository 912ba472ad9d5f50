import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePause } from '../../src/features/kiosk/usePause.ts';

const host = document.createElement('div');
document.body.append(host);

function Wall({ onLeave }: { onLeave: () => void }) {
  const { pause } = usePause(0, onLeave);
  return <p>{pause ? 'stopped' : 'runs'}</p>;
}

/** Shows the wall as a browser does, and presses a key in the very moment it can be seen. */
async function pressAtFirstSight(key: string, onLeave: () => void): Promise<void> {
  const root = createRoot(host);
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (host.textContent !== 'runs') return;
      observer.disconnect();
      window.dispatchEvent(new KeyboardEvent('keydown', { key }));
      resolve();
    });
    observer.observe(host, { subtree: true, childList: true });
    root.render(<Wall onLeave={onLeave} />);
  });
}

// What is drawn inside of `act` has all its effects before anything else happens; a browser has not.
beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false));
afterEach(() => vi.unstubAllGlobals());

describe('a wall that has just come', () => {
  it('can be left', async () => {
    const onLeave = vi.fn();
    await pressAtFirstSight('Escape', onLeave);
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('can be stopped', async () => {
    await pressAtFirstSight('Shift', () => {});
    await vi.waitFor(() => expect(host).toHaveTextContent('stopped'));
  });
});
