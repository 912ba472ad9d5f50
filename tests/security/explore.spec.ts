import { hostileCorpora } from './hostileCorpora.ts';
import { bundledFile } from './doors.ts';
import { givenAt, missingIn, VIEWS } from './places.ts';
import { test, visit } from './stage.ts';
import { pickedStrings, allStrings } from './strings.ts';

test('explore', async ({ page, watched }) => {
  test.setTimeout(600_000);
  const made = hostileCorpora((process.env.ALL ? allStrings() : pickedStrings()).flatMap(({ strings }) => strings), 24)[Number(process.env.N ?? 1)];
  if (!made) throw new Error();
  let t = Date.now();
  console.log(await bundledFile.open(page, JSON.stringify(made.corpus)), Date.now() - t, await watched.longestTask());
  for (const { link, places } of VIEWS) {
    t = Date.now();
    await visit(page, link, places[0]?.at ?? 'main');
    console.log(link, Date.now() - t, 'ms; longest', await watched.longestTask());
    for (const place of places) {
      const given = givenAt(place, made.corpus);
      const missing = await page.evaluate(missingIn, { at: place.at, as: place.as, given });
      const n = await page.locator(place.at).count();
      if (missing.length || n !== given.length) console.log('   ', place.field, place.at, `elements ${n} given ${given.length} missing ${missing.length}`, JSON.stringify(missing.slice(0, 3)).slice(0, 200));
    }
  }
  console.log(JSON.stringify(await watched.counts()).slice(0, 3000));
});
