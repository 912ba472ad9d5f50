import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export type Size = { width: number; height: number };

/**
 * The size of an element in whole px, kept up to date, and whether it ever was another than `fallback`, which it is until it is
 * measured and where nothing has a size.
 */
export function useSize<T extends Element>(fallback: Size): [RefObject<T | null>, Size, measured: boolean] {
  const ref = useRef<T>(null);
  const [size, setSize] = useState(fallback);
  const [measured, setMeasured] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      if (width < 1 || height < 1) return;
      const next = { width: Math.floor(width), height: Math.floor(height) };
      // What was drawn for the right size from the start is not drawn again.
      if (next.width !== fallback.width || next.height !== fallback.height) setMeasured(true);
      setSize((known) => (known.width === next.width && known.height === next.height ? known : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [fallback.width, fallback.height]);
  return [ref, size, measured];
}
