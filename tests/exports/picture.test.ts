import { describe, expect, it } from 'vitest';
import { pngScale } from '../../src/exports/picture.ts';
import { holdsAny } from '../../src/exports/pictureFonts.ts';
import { shownLink } from '../../src/exports/pictureFrame.ts';
import { PICTURES, pictureElement } from '../../src/exports/pictureList.ts';

describe('the scale of a PNG', () => {
  it('is 2, and says so in words when browsers draw no more', () => {
    expect(pngScale(1456, 2040)).toEqual({ scale: 2, note: null });
    expect(pngScale(8192, 100)).toEqual({ scale: 2, note: null });
    const tall = pngScale(390, 12_448);
    expect(tall.scale).toBe(1.31);
    expect(tall.note).toContain('780 × 24896 px');
    expect(tall.note).toContain('made at 1.31×');
  });

  it('keeps every side and the area within what browsers draw', () => {
    for (const [width, height] of [
      [390, 40_000],
      [20_000, 20_000],
      [9000, 7000],
    ] as const) {
      const { scale } = pngScale(width, height);
      expect(scale).toBeGreaterThan(0);
      expect(Math.max(width, height) * scale).toBeLessThanOrEqual(16_384);
      expect(width * height * scale * scale).toBeLessThanOrEqual(100_000_000);
    }
  });
});

describe('a font', () => {
  it('is taken when one of its letters is in the text', () => {
    const latin = 'U+0000-00FF, U+0131, U+2000-206F';
    expect(holdsAny(latin, [0x30a2, 0x41])).toBe(true);
    expect(holdsAny(latin, [0x131])).toBe(true);
    expect(holdsAny(latin, [0x132, 0x30a2])).toBe(false);
    expect(holdsAny('', [0x30a2])).toBe(true);
  });
});

describe('a link', () => {
  it('is shown whole unless it is long, and then with its ends', () => {
    const short = 'https://desk.example/?v=1';
    expect(shownLink(short)).toBe(short);
    const long = `${short}&q=${'x'.repeat(400)}&end=here`;
    expect(shownLink(long)).toMatch(/^https:\/\/desk\.example\/\?v=1&q=x+ … x+&end=here$/);
    expect(shownLink(long).length).toBeLessThanOrEqual(180);
  });
});

describe('the pictures on offer', () => {
  const offer = (id: string) => PICTURES.find((one) => one.id === id) ?? { id: 'desk' as const, heading: '' };
  const section = (heading: string) => {
    const panel = document.createElement('section');
    const title = document.createElement('h2');
    title.id = `title-${heading}`;
    title.textContent = heading;
    panel.setAttribute('aria-labelledby', title.id);
    panel.append(title);
    return panel;
  };

  it('are found by the label of their region, and not when it is not there', () => {
    const main = document.createElement('main');
    document.body.replaceChildren(main);
    expect(pictureElement(document, offer('desk'))).toBeNull();
    const [speakers, times] = [section('Who speaks'), section('When')];
    main.append(speakers, times);
    expect(pictureElement(document, offer('desk'))).toBe(main);
    expect(pictureElement(document, offer('timeline'))).toBe(times);
    expect(pictureElement(document, offer('speakers'))).toBe(speakers);
    expect(pictureElement(document, offer('wall'))).toBeNull();
  });
});
