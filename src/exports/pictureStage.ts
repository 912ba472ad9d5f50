import css from './picture.module.css';
import { footOf, headOf } from './pictureFrame.ts';
import { unfolded } from './pictureUnfold.ts';
import type { Provenance } from './provenance.ts';

export type PictureTheme = 'light' | 'dark' | 'contrast';

export type Staged = {
  /** What was added to the page, and has to be taken off again. */
  stage: HTMLElement;
  picture: HTMLElement;
  heading: string;
  /** Whole CSS px. */
  width: number;
  height: number;
};

/** The narrowest picture, in px: below, the words of head and foot would stand in a column. */
const NARROWEST = 328;
/** The margins, in px: beside a column of a phone, and elsewhere. */
const NARROW = { below: 480, margin: 16 };
const MARGIN = 32;

/** What stands around a panel without taking room: style sheets look for it. */
function shellsOf(element: HTMLElement): HTMLElement[] {
  const shells: HTMLElement[] = [];
  for (let around = element.parentElement; around && around.id !== 'root' && around !== document.body; ) {
    const shell = around.cloneNode(false);
    if (shell instanceof HTMLElement) {
      shell.removeAttribute('id');
      shell.removeAttribute('data-section');
      shell.classList.add(css.shell ?? '');
      shells.push(shell);
    }
    around = around.parentElement;
  }
  return shells;
}

/** Px of width that are left for content in an element that is shown. */
function innerWidth(element: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}

/** Quotation marks that the browser sets become letters of the text: what captures the picture would write their names instead. */
function quoteMarks(picture: HTMLElement): void {
  for (const quotation of picture.querySelectorAll('q')) {
    const [, open = '', , close = ''] = getComputedStyle(quotation).quotes.split('"');
    quotation.prepend(open);
    quotation.append(close);
    quotation.style.setProperty('quotes', 'none');
  }
}

/**
 * Sets a panel or the whole desk out of sight as it looks in a theme, in its full height, between a head and a foot. Nothing of the
 * page moves.
 */
export function stagedPicture(element: HTMLElement, provenance: Provenance, theme: PictureTheme): Staged {
  const whole = element.localName === 'main';
  // A panel of a section that a phone does not show now has no width of its own.
  const shown = whole ? innerWidth(element) : element.offsetWidth || innerWidth(element.parentElement ?? element);
  const { copy, wider } = unfolded(element);
  copy.removeAttribute('data-section');
  copy.classList.add(...(whole ? [css.desk ?? ''] : [css.panel ?? '']));
  const inner = Math.max(NARROWEST, Math.ceil(shown + wider));
  const margin = inner < NARROW.below ? NARROW.margin : MARGIN;
  const heading = whole ? 'The whole desk' : (element.querySelector('h2')?.textContent ?? '');

  const stage = document.createElement('div');
  stage.className = css.stage ?? '';
  stage.dataset.theme = theme;
  stage.inert = true;
  stage.setAttribute('aria-hidden', 'true');
  const picture = document.createElement('div');
  picture.className = css.picture ?? '';
  picture.style.setProperty('width', `${inner + 2 * margin}px`);
  picture.style.setProperty('padding', `${margin * 0.75}px ${margin}px`);
  const body = shellsOf(element).reduce<HTMLElement>((inside, shell) => {
    shell.append(inside);
    return shell;
  }, copy);
  picture.append(headOf(provenance), body, footOf(provenance));
  stage.append(picture);
  document.body.append(stage);
  quoteMarks(picture);
  // What leans out at the side gets room, too: the names above a matrix stand aslant.
  // The panel keeps its width meanwhile, or what leans would move on with it.
  const leaning = body.scrollWidth - body.clientWidth;
  if (leaning > 0) {
    picture.style.setProperty('width', `${inner + 2 * margin + leaning}px`);
    body.style.setProperty('margin-right', `${leaning}px`);
  }
  const { width, height } = picture.getBoundingClientRect();
  return { stage, picture, heading, width: Math.ceil(width), height: Math.ceil(height) };
}
