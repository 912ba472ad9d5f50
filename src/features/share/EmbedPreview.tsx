import { useEffect, useRef, useState } from 'react';
import ui from '../../ui/ui.module.css';
import css from './embed.module.css';
import { EMBED_SANDBOX } from './embedSnippet.ts';

/** The height that a message tells, or null when it is another message. */
function toldHeight(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'dateline:height') return null;
  return 'height' in data && Number.isInteger(data.height) ? Number(data.height) : null;
}

type Props = { src: string; title: string; height: number };

/** The embed as a page of somebody else would show it; loaded only when asked for, since it is the whole app once more. */
export function EmbedPreview({ src, title, height }: Props) {
  const [shown, setShown] = useState(false);
  const [told, setTold] = useState<{ src: string; height: number } | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (!shown) return;
    const onMessage = ({ data, source }: MessageEvent<unknown>) => {
      const next = toldHeight(data);
      if (next !== null && source !== null && source === frame.current?.contentWindow) setTold({ src, height: next });
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [shown, src]);
  return (
    <>
      <p>
        <button aria-expanded={shown} className={ui.button} onClick={() => setShown(!shown)} type="button">
          {shown ? 'Hide the preview' : 'Show a preview'}
        </button>
      </p>
      {shown && (
        <iframe
          className={css.preview}
          height={told?.src === src ? told.height : height}
          key={src}
          ref={frame}
          referrerPolicy="no-referrer"
          sandbox={EMBED_SANDBOX}
          src={src}
          title={`Preview: ${title}`}
          width="100%"
        />
      )}
    </>
  );
}
