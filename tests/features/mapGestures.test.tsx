import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { NO_ZOOM, type Zoom } from '../../src/draw/zoom.ts';
import { useMapGestures } from '../../src/features/venues/useMapGestures.ts';

const SIZE = { width: 600, height: 200 };
let zoom: Zoom = NO_ZOOM;

function Frame({ scale = 1 }: { scale?: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const [known, setZoom] = useState<Zoom>({ k: 2, x: -300, y: -100 });
  const gestures = useMapGestures(frame, scale, SIZE, setZoom);
  zoom = known;
  return <div data-testid="map" ref={frame} {...gestures} />;
}

function map(scale = 1) {
  render(<Frame scale={scale} />);
  return screen.getByTestId('map');
}

/** Turns the wheel over the map; true when the page must not scroll or zoom, too. */
function turn(element: HTMLElement, init: WheelEventInit): boolean {
  const event = createEvent.wheel(element, { bubbles: true, cancelable: true, clientX: 300, clientY: 100, ...init });
  fireEvent(element, event);
  return event.defaultPrevented;
}
const finger = (pointerId: number, clientX: number, clientY = 100) => ({
  pointerId,
  clientX,
  clientY,
  button: 0,
  buttons: 1,
});

describe('the wheel over the map', () => {
  it('by itself scrolls the page and leaves the map alone', () => {
    expect(turn(map(), { deltaY: -100 })).toBe(false);
    expect(zoom.k).toBe(2);
  });

  it.each(['ctrlKey', 'metaKey'])('with %s zooms the map and not the page, at the pointer', (key) => {
    const element = map();
    expect(turn(element, { deltaY: -100, [key]: true })).toBe(true);
    expect(zoom).toEqual({ k: expect.closeTo(2.4), x: expect.closeTo(-420), y: expect.closeTo(-140) });
    expect(turn(element, { deltaY: 100, [key]: true })).toBe(true);
    expect(zoom.k).toBeCloseTo(2);
  });

  it('turned by lines goes a step, sideways none, and by a pinch a little', () => {
    const element = map();
    turn(element, { deltaY: -3, deltaMode: 1, ctrlKey: true });
    expect(zoom.k).toBeCloseTo(2.4);
    turn(element, { deltaY: 0, deltaX: 50, ctrlKey: true });
    expect(zoom.k).toBeCloseTo(2.4);
    turn(element, { deltaY: -1, ctrlKey: true });
    expect(zoom.k).toBeGreaterThan(2.4);
    expect(zoom.k).toBeLessThan(2.45);
  });
});

describe('pointers on the map', () => {
  it('drag it, until they are let go, lost or taken by the page', () => {
    for (const end of ['pointerUp', 'pointerCancel', 'pointerLeave'] as const) {
      const element = map();
      fireEvent.pointerDown(element, finger(1, 200));
      fireEvent.pointerMove(element, finger(1, 220, 110));
      expect(zoom).toEqual({ k: 2, x: -280, y: -90 });
      fireEvent[end](element, finger(1, 220));
      fireEvent.pointerMove(element, finger(1, 290));
      expect(zoom, end).toEqual({ k: 2, x: -280, y: -90 });
      document.body.replaceChildren();
    }
  });

  it('do nothing without a press, or with another button', () => {
    const element = map();
    fireEvent.pointerMove(element, finger(1, 220));
    fireEvent.pointerDown(element, { ...finger(1, 200), button: 2, buttons: 2 });
    fireEvent.pointerMove(element, { ...finger(1, 290), buttons: 2 });
    fireEvent.pointerDown(element, finger(2, 200));
    fireEvent.pointerMove(element, { ...finger(2, 220), buttons: 0 });
    expect(zoom).toEqual({ k: 2, x: -300, y: -100 });
  });

  it('two pinch it, and a second finger makes no leap', () => {
    const element = map();
    fireEvent.pointerDown(element, finger(1, 280));
    fireEvent.pointerDown(element, finger(2, 320));
    fireEvent.pointerMove(element, finger(1, 270));
    fireEvent.pointerMove(element, finger(2, 330));
    expect(zoom.k).toBeCloseTo(3);
    expect(zoom.x).toBeCloseTo(-600);
    fireEvent.pointerUp(element, finger(2, 330));
    fireEvent.pointerMove(element, finger(1, 275));
    expect(zoom.x).toBeCloseTo(-595);
  });
});

describe('a map that stands somewhere on the screen, in another size', () => {
  /** Twice as large as its own px, 1000 px to the right and 500 px down. */
  function placed() {
    const element = map(2);
    vi.spyOn(element, 'getBoundingClientRect').mockReturnValue(new DOMRect(1000, 500, 1200, 400));
    return element;
  }

  it('is zoomed at the pointer', () => {
    turn(placed(), { deltaY: -100, ctrlKey: true, clientX: 1600, clientY: 700 });
    expect(zoom).toEqual({ k: expect.closeTo(2.4), x: expect.closeTo(-420), y: expect.closeTo(-140) });
  });

  it('goes along with a pointer, as far as that on the screen', () => {
    const element = placed();
    fireEvent.pointerDown(element, finger(1, 1600, 700));
    fireEvent.pointerMove(element, finger(1, 1620, 690));
    expect(zoom).toEqual({ k: 2, x: -290, y: -105 });
    fireEvent.pointerMove(element, finger(1, 1620, 690));
    expect(zoom).toEqual({ k: 2, x: -290, y: -105 });
  });

  it('is let go with its listeners', () => {
    const element = map();
    const { k } = zoom;
    cleanup();
    expect(turn(element, { deltaY: -100, ctrlKey: true })).toBe(false);
    expect(zoom.k).toBe(k);
  });
});
