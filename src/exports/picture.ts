import { createContext, domToCanvas, domToForeignObjectSvg } from 'modern-screenshot';
import { fontRules } from './pictureFonts.ts';
import { closedMarkup, svgText, type Told } from './pictureMarkup.ts';
import { type PictureTheme, stagedPicture } from './pictureStage.ts';
import { pictureStyles } from './pictureStyles.ts';
import type { Provenance } from './provenance.ts';

export type PictureFormat = 'svg' | 'png';

export type PictureWish = {
  /** A panel of the desk, or its `main`; `pictureElement` finds it. */
  element: HTMLElement;
  /** What the head and the foot of the picture say. */
  provenance: Provenance;
  format: PictureFormat;
  theme: PictureTheme;
  signal?: AbortSignal | undefined;
  /** How much is done, from 0 to 1. */
  onProgress?: ((done: number) => void) | undefined;
};

export type Picture = {
  blob: Blob;
  /** Size in CSS px. A PNG has `scale` times as many each way. */
  width: number;
  height: number;
  scale: number;
  /** A sentence for the reader when the picture is not what was asked for; null when it is. */
  note: string | null;
};

type PictureFault = 'picture/nothing-shown' | 'picture/fonts' | 'picture/not-drawn';

/** Why there is no picture: a code for reports, and a sentence for the reader. */
class PictureError extends Error {
  readonly code: PictureFault;
  constructor(code: PictureFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PictureError';
    this.code = code;
  }
}

/** Px of a PNG for one of the page. */
const SHARPNESS = 2;
/** What the browsers draw at most: px of a side, and px in all. */
const MOST_SIDE = 16_384;
const MOST_AREA = 100_000_000;
/** Ms of work after which the page gets its turn. */
const TURN = 40;

/** The scale of a PNG of that size in CSS px, and a sentence when it is not the usual one. */
export function pngScale(width: number, height: number): { scale: number; note: string | null } {
  const scale = Math.min(SHARPNESS, MOST_SIDE / width, MOST_SIDE / height, Math.sqrt(MOST_AREA / (width * height)));
  if (scale === SHARPNESS) return { scale, note: null };
  // Rounded down, so that no side is a px too long.
  const kept = Math.floor(scale * 100) / 100;
  const note = `At ${SHARPNESS}× the picture would be ${width * SHARPNESS} × ${height * SHARPNESS} px, more than browsers draw: it was made at ${kept}×. The SVG is sharp at any size.`;
  return { scale: kept, note };
}

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** A frame with nothing in it, whose elements have the styles that the browser gives to any. Its content never comes from text: the policy would not have it. */
function blankFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.tabIndex = -1;
  frame.style.cssText = 'position: fixed; width: 0; height: 0; border: 0; visibility: hidden';
  document.body.append(frame);
  return frame;
}

async function fontsOf(picture: HTMLElement): Promise<string> {
  try {
    return await fontRules(picture.textContent);
  } catch (cause) {
    const message = 'The fonts of the picture could not be fetched. Check the connection and try again.';
    throw new PictureError('picture/fonts', message, { cause });
  }
}

async function pngBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  // The ground of a picture covers all of it: where there is none, the browser has drawn nothing, and said nothing.
  const ground = canvas.getContext('2d')?.getImageData(0, 0, 1, 1).data[3] ?? 0;
  const blob = ground === 255 ? await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve)) : null;
  if (blob === null)
    throw new PictureError(
      'picture/not-drawn',
      'This browser could not draw the picture. The SVG of it may still work.',
    );
  return blob;
}

/**
 * A panel or the whole desk as a file, as it is shown now but in full height, without its controls, and with a head and a foot that
 * say where it comes from. The page itself does not change. An SVG holds its fonts and stands alone; the words in it are HTML in a
 * `foreignObject`, which browsers show and most drawing programs do not.
 *
 * @throws PictureError when there is nothing to show or the browser fails; the reason of `signal` when that is aborted
 */
export async function panelPicture(wish: PictureWish): Promise<Picture> {
  const { element, provenance, format, theme, signal, onProgress } = wish;
  signal?.throwIfAborted();
  if (!element.isConnected || element.childElementCount === 0)
    throw new PictureError(
      'picture/nothing-shown',
      'There is nothing to make a picture of: the panel is not shown now.',
    );
  await document.fonts.ready;
  const staged = stagedPicture(element, provenance, theme);
  const frame = blankFrame();
  try {
    const { picture, heading, width, height } = staged;
    const { scale, note } = format === 'png' ? pngScale(width, height) : { scale: 1, note: null };
    const total = picture.querySelectorAll('*').length + 1;
    let [drawn, turn] = [0, performance.now()];
    const fonts = await fontsOf(picture);
    const told: Told = { heading, provenance, width, height };
    const context = await createContext(picture, {
      width,
      height,
      scale,
      font: { cssText: fonts },
      includeStyleProperties: pictureStyles(),
      features: { copyScrollbar: false, restoreScrollPosition: false },
      onCloneEachNode: async (node) => {
        if (!(node instanceof Element)) return;
        drawn++;
        if (performance.now() - turn < TURN) return;
        await nextTurn();
        turn = performance.now();
        signal?.throwIfAborted();
        onProgress?.((0.9 * drawn) / total);
      },
      onCreateForeignObjectSvg: (svg) => closedMarkup(svg, told),
    });
    context.sandbox = frame;
    const svg = format === 'svg' ? await domToForeignObjectSvg(context) : null;
    const canvas = svg === null ? await domToCanvas(context) : null;
    signal?.throwIfAborted();
    const blob = svg ? new Blob([svgText(svg)], { type: 'image/svg+xml' }) : canvas && (await pngBlob(canvas));
    if (blob === null) throw new PictureError('picture/not-drawn', 'This browser could not draw the picture.');
    signal?.throwIfAborted();
    onProgress?.(1);
    return { blob, width, height, scale, note };
  } catch (cause) {
    if (cause instanceof PictureError || signal?.aborted) throw cause;
    throw new PictureError('picture/not-drawn', 'The picture could not be made in this browser.', { cause });
  } finally {
    frame.remove();
    staged.stage.remove();
  }
}
