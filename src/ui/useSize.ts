import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export type Size = { width: number; height: number };

/**
 * The size of an element in whole px, kept up to date, and whether it has been measured. Until it is, and where nothing has a size,
 * it is `fallback`.
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
      setMeasured(true);
      const next = { width: Math.floor(width), height: Math.floor(height) };
      setSize((known) => (known.width === next.width && known.height === next.height ? known : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size, measured];
}
