import { type RefObject, useMemo } from 'react';
import { textScale } from './textScale.ts';
import { type Size, useSize } from './useSize.ts';

/**
 * The room of a drawing with text in it: the size of its frame in px as they are with text of the usual size, and how many px of the
 * screen one of these is. Somebody who reads with text of twice the size gets a drawing of half the room, drawn twice as large.
 */
export function useRoom<T extends Element>(
  fallback: Size,
): { frame: RefObject<T | null>; room: Size; scale: number; measured: boolean } {
  const [frame, size, measured] = useSize<T>(fallback);
  const scale = measured ? textScale() : 1;
  const room = useMemo(
    () => (scale === 1 ? size : { width: Math.floor(size.width / scale), height: Math.floor(size.height / scale) }),
    [size, scale],
  );
  return { frame, room, scale, measured };
}

/** A length of such a room for the `width` or `height` of its drawing: it grows with the text. */
export const withText = (length: number): string => `${length / 16}rem`;
