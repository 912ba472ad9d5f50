// @ts-check
// Holds the wall screen in a frame, and brings it back when it hangs or has crashed. It stands on another site than the wall
// screen, so that the browser gives each a process of its own.
import { kioskAddress } from './address.js';
import { Pulse } from './pulse.js';

/** How often the shell looks, in milliseconds. No timer here is ever longer, so none can overflow. */
const TICK = 100;

/** What the wall screen may do: run, and keep its own storage. No windows, no dialogs, no way out of the frame. */
const SANDBOX = 'allow-scripts allow-same-origin';
const ALLOW = 'screen-wake-lock; fullscreen';

/** @param {string} id */
function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element "${id}".`);
  return found;
}
const root = document.documentElement;
const stage = part('stage');

/**
 * Writes a text only when it changes: a screen reader would hear it ten times a second.
 *
 * @param {string} id
 * @param {string} text
 */
function write(id, text) {
  const element = part(id);
  if (element.textContent !== text) element.textContent = text;
}

/**
 * A span in words, in the one unit that fits: "1 second", "12 minutes".
 *
 * @param {number} milliseconds
 */
function inWords(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const [count, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7200
        ? [Math.round(seconds / 60), 'minute']
        : seconds < 172_800
          ? [Math.round(seconds / 3600), 'hour']
          : [Math.round(seconds / 86_400), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/**
 * Holds the page at the address for as long as the shell is open.
 *
 * @param {URL} address
 */
function hold(address) {
  const pulse = new Pulse();
  /** @type {HTMLIFrameElement | null} */
  let frame = null;
  /** Whether the page that is held has frames of its own: they are gone at the moment when it is. */
  let hasFrames = false;
  /** @type {number | null} */
  let lastBeat = null;
  /** The origin that the frame beats from when it is not the one that was asked for. @type {string | null} */
  let strange = null;
  // Spans come from the clock that nobody can set: the time of day jumps.
  let looked = performance.now();

  function letGo() {
    frame?.remove();
    frame = null;
  }

  function put() {
    frame = document.createElement('iframe');
    frame.setAttribute('sandbox', SANDBOX);
    frame.allow = ALLOW;
    frame.title = 'The wall screen';
    frame.src = address.href;
    hasFrames = false;
    strange = null;
    stage.append(frame);
  }

  function says() {
    if (strange) return `The frame beats from ${strange}, and the wall screen was expected from ${address.origin}.`;
    if (pulse.losses === 0) return 'The wall screen is starting.';
    if (pulse.state === 'pausing' && pulse.left > 1000)
      return `The wall screen does not answer. It is started again in ${inWords(pulse.left)}.`;
    return 'The wall screen stopped answering and is being brought back.';
  }

  function facts() {
    const since =
      lastBeat === null ? 'It has not answered yet.' : `It last answered ${inWords(looked - lastBeat)} ago.`;
    const times = pulse.losses === 1 ? 'once' : `${pulse.losses} times`;
    return pulse.losses === 0 ? '' : `${since} Restarted ${times} since this page was opened.`;
  }

  /** Makes the page what the pulse says. */
  function follow() {
    if (pulse.state === 'pausing') letGo();
    else if (!frame) put();
    root.toggleAttribute('data-shown', pulse.state === 'beating');
    if (pulse.state === 'beating') return;
    write('says', says());
    write('facts', facts());
  }

  function look() {
    const now = performance.now();
    // Time in which this page slept or was held up does not count: the beats of that time wait behind this very call. The same
    // when it is not on the screen, where the browser slows down the timers of the frame.
    pulse.passed(document.hidden ? 0 : Math.min(now - looked, 2 * TICK));
    looked = now;
    const frames = frame?.contentWindow?.length ?? 0;
    // A crash is no event for the page around it, but the frames of the crashed page are no longer counted.
    if (hasFrames && frames === 0) pulse.lost();
    hasFrames = pulse.state === 'beating' && frames > 0;
    follow();
  }

  addEventListener('message', ({ source, origin, data }) => {
    if (!frame || source !== frame.contentWindow || data?.type !== 'dateline:beat') return;
    if (origin !== address.origin) {
      strange = origin;
      return;
    }
    look();
    pulse.beat();
    lastBeat = looked;
    follow();
  });

  addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (key.toLowerCase() !== 'r' || ctrlKey || metaKey || altKey) return;
    pulse.again();
    follow();
  });

  setInterval(look, TICK);
  follow();
}

// Written into the page when it was built, as into its policy.
const walls = document.querySelector('meta[name="dateline:walls"]')?.getAttribute('content')?.split(' ') ?? [];
const asked = kioskAddress(new URL(location.href), walls);
if ('refused' in asked) {
  root.dataset.refused = '';
  write('says', asked.refused);
} else hold(asked.address);
