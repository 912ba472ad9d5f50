import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Ways in which the stand-in goes wrong, each of which the checks have to notice. */
export const FLAWS = [
  'blank',
  'no height',
  'no beats',
  'no turns',
  'wrong day',
  'falsely stale',
  'silently stale',
  'lost statements',
  'throws',
  'rejects',
  'breaks the policy',
  'asks another host',
] as const;
export type Flaw = (typeof FLAWS)[number];

/** The smallest page that says of itself what the kiosk says, in a folder of its own, with one flaw or none. It shows that the checks can fail. */
export function standIn(flaw: Flaw | null): string {
  const is = (name: Flaw) => flaw === name;
  const age = `Articles of ${is('wrong day') ? 11 : 10} Jan 2019, ${is('falsely stale') ? 'checked 9 min ago: the server did not answer' : 'checked just now'}`;
  const stale = is('falsely stale') || is('silently stale') ? 'data-stale' : '';
  const trouble: Partial<Record<Flaw, string>> = {
    throws: 'setTimeout(() => { throw new Error("thrown"); }, 1000);',
    rejects: 'Promise.reject(new Error("rejected"));',
    'breaks the policy':
      'document.body.append(Object.assign(document.createElement("style"), { textContent: "a{}" }));',
    'asks another host': 'fetch("http://localhost:9/").catch(() => {});',
  };
  const folder = mkdtempSync(join(tmpdir(), 'dateline-stand-in-'));
  const policy = is('asks another host')
    ? ''
    : `<meta http-equiv="Content-Security-Policy" content="style-src 'none'">`;
  const words = is('blank')
    ? ''
    : '<h1>Who said what</h1><p>Words enough for a view that somebody can read.</p>'.repeat(6);
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html data-kiosk>${policy}<title>x</title>
<main data-scene="wall" data-turn="1"${is('no height') ? ' hidden' : ''}>${words}</main>
<p data-age ${stale} data-as-of="2019-01-10" data-statements="${is('lost statements') ? 3 : 37}">${age}</p><script src="page.js"></script>`,
  );
  writeFileSync(
    join(folder, 'page.js'),
    `const main = document.querySelector('main');
const beat = () => { document.documentElement.dataset.beat = String(Date.now()); };
beat();
${is('no beats') ? '' : 'setInterval(beat, 5000);'}
${is('no turns') ? '' : 'setInterval(() => { main.dataset.turn = String(Number(main.dataset.turn) + 1); }, 20000);'}
${(flaw && trouble[flaw]) ?? ''}`,
  );
  return folder;
}
