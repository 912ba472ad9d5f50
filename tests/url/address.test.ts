import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toggled } from '../../src/domain/filters.ts';
import { type Address, createAddress } from '../../src/url/address.ts';
import { decodeLink, type LinkState } from '../../src/url/link.ts';

let address: Address;
let focus: string | null = null;

/** The state of a link, for saying what to change to. */
const stateOf = (query: string): LinkState => decodeLink(query).state;

/** Opens the app at a link, as a fresh page. */
function open(path: string): Address {
  window.history.replaceState(null, '', path);
  address = createAddress(window, () => focus);
  return address;
}

/** Goes back or forward, and waits until the page has been told. */
async function go(steps: number): Promise<void> {
  const told = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
  window.history.go(steps);
  await told;
}

const typingEnds = () => new Promise((done) => setTimeout(done, 150));

beforeEach(() => {
  focus = null;
});
afterEach(() => address.dispose());

describe('the address bar', () => {
  it('is read when the page opens, with a note for what cannot be read', () => {
    const { state, notes, restore } = open('/desk?article=b&kind=loud').get();
    expect(state).toEqual(stateOf('article=b'));
    expect(notes.map(({ param }) => param)).toEqual(['kind']);
    expect(restore).toBeNull();
    expect(window.location.search).toBe('?article=b&kind=loud');
  });

  it('keeps a note until it is dismissed', () => {
    open('/?kind=loud').change(stateOf('article=b'), 'push');
    expect(address.get().notes).toHaveLength(1);
    address.dismissNotes();
    expect(address.get()).toEqual({ state: stateOf('article=b'), notes: [], restore: null });
  });

  it('choosing pushes an entry, keeps the path and the hash, and tells the listeners once', () => {
    open('/desk/?utm=x#quotes');
    const listener = vi.fn();
    const before = window.history.length;
    const forget = address.subscribe(listener);
    const { state } = address.get();
    address.change({ ...state, filters: toggled(state.filters, 'articles', 'b') }, 'push');
    expect(window.location.href).toMatch(/\/desk\/\?v=1&article=b&utm=x#quotes$/);
    expect(window.history.length).toBe(before + 1);
    expect(listener).toHaveBeenCalledTimes(1);
    forget();
    address.change(stateOf(''), 'push');
    expect(listener).toHaveBeenCalledTimes(1);
    expect(window.location.href).toMatch(/\/desk\/#quotes$/);
  });

  it('typing replaces: memory at once, one write after a pause, no new entry', async () => {
    open('/');
    const before = window.history.length;
    const write = vi.spyOn(window.history, 'replaceState');
    for (const word of ['s', 'su', 'sum', 'summit']) {
      address.change(stateOf(`q=${word}`), 'replace');
      expect(address.get().state.filters.text).toBe(word);
    }
    expect(window.location.search).toBe('');
    await typingEnds();
    expect(window.location.search).toBe('?v=1&q=summit');
    expect(write).toHaveBeenCalledTimes(1);
    expect(window.history.length).toBe(before);
  });

  it('typing and then choosing at once loses neither', async () => {
    open('/');
    address.change(stateOf('q=sum'), 'replace');
    address.change(stateOf('q=sum&open=s-1'), 'push');
    expect(window.location.search).toBe('?v=1&q=sum&open=s-1');
    await go(-1);
    expect(address.get().state).toEqual(stateOf('q=sum'));
    expect(window.location.search).toBe('?v=1&q=sum');
  });

  it('typing and then going back at once loses nothing on the way forward', async () => {
    open('/');
    address.change(stateOf('article=b'), 'push');
    address.change(stateOf('article=b&q=sum'), 'replace');
    await go(-1);
    expect(address.get().state).toEqual(stateOf(''));
    await typingEnds();
    expect(window.location.search).toBe('');
    await go(1);
    expect(address.get().state).toEqual(stateOf('article=b&q=sum'));
  });

  it('an equal state changes nothing', async () => {
    open('/?article=b.a');
    const listener = vi.fn();
    address.subscribe(listener);
    const before = { snapshot: address.get(), length: window.history.length, search: window.location.search };
    address.change(stateOf('article=a.b'), 'push');
    address.change(stateOf('article=a.b'), 'replace');
    await typingEnds();
    expect({ snapshot: address.get(), length: window.history.length, search: window.location.search }).toEqual(before);
    expect(listener).not.toHaveBeenCalled();
  });

  it('back and forward restore the state and what had the focus', async () => {
    open('/');
    focus = 'chip:b';
    address.change(stateOf('article=b'), 'push');
    focus = 'card:s-1';
    address.change(stateOf('article=b&open=s-1'), 'push');
    focus = 'reader';
    await go(-1);
    expect(address.get()).toEqual({ state: stateOf('article=b'), notes: [], restore: { focus: 'card:s-1' } });
    await go(-1);
    expect(address.get()).toEqual({ state: stateOf(''), notes: [], restore: { focus: 'chip:b' } });
    await go(2);
    expect(address.get()).toEqual({ state: stateOf('article=b&open=s-1'), notes: [], restore: { focus: 'reader' } });
    address.change(stateOf('article=b'), 'replace');
    expect(address.get().restore).toBeNull();
  });

  it('a new way forward does not remember the focus of the old one', async () => {
    open('/');
    address.change(stateOf('article=a'), 'push');
    focus = 'old';
    await go(-1);
    focus = null;
    address.change(stateOf('article=b'), 'push');
    await go(-1);
    await go(1);
    expect(address.get()).toEqual({ state: stateOf('article=b'), notes: [], restore: { focus: null } });
  });

  it('leaving the page writes what was typed, and a disposed address listens no more', async () => {
    open('/');
    address.change(stateOf('q=sum'), 'replace');
    window.dispatchEvent(new Event('pagehide'));
    expect(window.location.search).toBe('?v=1&q=sum');
    address.change(stateOf('q=sum&article=a'), 'push');
    address.dispose();
    await go(-1);
    expect(address.get().state).toEqual(stateOf('q=sum&article=a'));
  });

  it('a disposed address has written what was typed, once', async () => {
    open('/');
    address.change(stateOf('q=sum'), 'replace');
    address.dispose();
    expect(window.location.search).toBe('?v=1&q=sum');
    window.history.replaceState(null, '', '/elsewhere');
    await typingEnds();
    expect(window.location.href).toMatch(/\/elsewhere$/);
  });

  it('leaving the page, with nothing left to write, writes nothing', () => {
    open('/?kind=loud');
    const write = vi.spyOn(window.history, 'replaceState');
    window.dispatchEvent(new Event('pagehide'));
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
    expect(window.location.search).toBe('?kind=loud');
  });

  it('is written while somebody goes on typing, and what is typed after it, too', async () => {
    open('/');
    for (const word of ['s', 'su', 'sum', 'summ', 'summi', 'summit']) {
      address.change(stateOf(`q=${word}`), 'replace');
      await new Promise((done) => setTimeout(done, 40));
    }
    expect(window.location.search).toMatch(/^\?v=1&q=s/);
    await typingEnds();
    expect(window.location.search).toBe('?v=1&q=summit');
  });

  it('what was typed and left is written when one comes back to it, and is not brought back again', async () => {
    open('/');
    address.change(stateOf('article=b'), 'push');
    address.change(stateOf('article=b&q=sum'), 'replace');
    focus = 'chip:b';
    await go(-1);
    await go(1);
    expect(window.location.search).toBe('?v=1&article=b&q=sum');
    expect(address.get()).toEqual({ state: stateOf('article=b&q=sum'), notes: [], restore: { focus: 'chip:b' } });
    address.change(stateOf('article=b'), 'replace');
    await typingEnds();
    await go(-1);
    await go(1);
    expect(address.get().state).toEqual(stateOf('article=b'));
  });

  it('what had the focus is remembered for an entry that was typed into, also where that was written late', async () => {
    open('/');
    focus = 'first';
    address.change(stateOf('article=a'), 'push');
    address.change(stateOf('article=a&q=sum'), 'replace');
    await typingEnds();
    focus = 'typed';
    address.change(stateOf('article=b'), 'push');
    await go(-1);
    expect(address.get()).toEqual({ state: stateOf('article=a&q=sum'), notes: [], restore: { focus: 'typed' } });
    address.change(stateOf('article=a&q=summit'), 'replace');
    await go(-1);
    await go(1);
    focus = 'late';
    address.change(stateOf('article=c'), 'push');
    await go(-1);
    expect(address.get()).toEqual({ state: stateOf('article=a&q=summit'), notes: [], restore: { focus: 'late' } });
  });

  it('a page that is loaded again in the middle goes on with its entries', async () => {
    open('/');
    focus = 'first';
    address.change(stateOf('article=a'), 'push');
    focus = 'second';
    address.change(stateOf('article=b'), 'push');
    address.dispose();
    // The page is loaded again; the entries of its history are still there.
    address = createAddress(window, () => focus);
    expect(address.get().state).toEqual(stateOf('article=b'));
    focus = 'third';
    address.change(stateOf('article=c'), 'push');
    focus = 'fourth';
    await go(-1);
    expect(address.get()).toEqual({ state: stateOf('article=b'), notes: [], restore: { focus: 'third' } });
    await go(-1);
    // Who had the focus before the page was loaded is not known.
    expect(address.get()).toEqual({ state: stateOf('article=a'), notes: [], restore: { focus: null } });
    await go(2);
    expect(address.get()).toEqual({ state: stateOf('article=c'), notes: [], restore: { focus: 'fourth' } });
  });

  it('a page that is loaded again in the middle may go forward to what was there before', async () => {
    open('/');
    address.change(stateOf('article=a'), 'push');
    address.change(stateOf('article=b'), 'push');
    await go(-1);
    address.dispose();
    address = createAddress(window, () => focus);
    await go(1);
    focus = 'left';
    address.change(stateOf('article=c'), 'push');
    focus = 'last';
    await go(-1);
    expect(address.get()).toEqual({ state: stateOf('article=b'), notes: [], restore: { focus: 'left' } });
  });

  it.each([null, 7, 'x', { entry: 'x' }, {}])(
    'entries of others, with the state %j, are read as they come',
    async (other) => {
      open('/');
      window.history.pushState(other, '', '/?article=b');
      window.dispatchEvent(new PopStateEvent('popstate', { state: other }));
      expect(address.get().state).toEqual(stateOf('article=b'));
      address.change(stateOf('article=a'), 'push');
      await go(-1);
      expect(address.get().state).toEqual(stateOf('article=b'));
    },
  );

  it.each(['x', { entry: 'x' }])('entries behind one of others, with the state %j, are told apart', async (other) => {
    open('/');
    window.history.pushState(other, '', '/?article=b');
    window.dispatchEvent(new PopStateEvent('popstate', { state: other }));
    address.change(stateOf('article=a'), 'push');
    focus = 'one';
    address.change(stateOf('article=c'), 'push');
    focus = 'two';
    await go(-1);
    expect(address.get()).toEqual({ state: stateOf('article=a'), notes: [], restore: { focus: 'one' } });
  });

  it('notes of the address that one goes back to are there again, and dismissing them tells the listeners', async () => {
    open('/?kind=loud');
    address.dismissNotes();
    address.change(stateOf('article=b'), 'push');
    await go(-1);
    expect(address.get().notes.map(({ param }) => param)).toEqual(['kind']);
    const listener = vi.fn();
    address.subscribe(listener);
    address.dismissNotes();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(address.get().notes).toEqual([]);
  });

  it('a path that looks like another host stays a path', () => {
    open('/');
    window.history.replaceState(null, '', `${window.location.origin}//desk.example/`);
    address.change(stateOf('article=b'), 'push');
    expect(window.location.href).toBe(`${window.location.origin}//desk.example/?v=1&article=b`);
    window.history.replaceState(null, '', '/');
  });
});
