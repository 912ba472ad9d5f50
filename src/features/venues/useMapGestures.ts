import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { ScreenPoint } from '../../draw/worldMap.ts';
import { followed, wheelFactor, type Zoom, zoomedBy } from '../../draw/zoom.ts';

/**
 * Follows wheels with Ctrl or Cmd, pinches on a touch pad, which come as such, pointers that drag, and one or two fingers. `scale` is how many
 * px of the screen a px of the map is. What comes back belongs on the frame.
 */
export function useMapGestures(
  frame: RefObject<HTMLElement | null>,
  scale: number,
  size: { width: number; height: number },
  setZoom: (change: (known: Zoom) => Zoom) => void,
) {
  /** Where each finger, or the pointer, is pressed down. */
  const pressed = useRef(new Map<number, ScreenPoint>()).current;
  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): ScreenPoint => {
    const box = frame.current?.getBoundingClientRect();
    return [(clientX - (box?.left ?? 0)) / scale, (clientY - (box?.top ?? 0)) / scale];
  };

  // React listens to the wheel passively, and a page that zooms with the map would be of no use.
  useEffect(() => {
    const element = frame.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const at = pointOf(event);
      setZoom((known) => zoomedBy(known, wheelFactor(event), at, size));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  });

  const onPointerEnd = ({ pointerId }: PointerEvent) => void pressed.delete(pointerId);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) pressed.set(event.pointerId, pointOf(event));
    },
    onPointerMove: (event: PointerEvent) => {
      if (event.buttons === 0 || !pressed.has(event.pointerId)) return;
      const from = [...pressed.values()];
      pressed.set(event.pointerId, pointOf(event));
      const to = [...pressed.values()];
      setZoom((known) => followed(known, from, to, size));
    },
    onPointerUp: onPointerEnd,
    onPointerCancel: onPointerEnd,
    onPointerLeave: onPointerEnd,
  };
}
