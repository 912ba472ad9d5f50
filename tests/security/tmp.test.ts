// @vitest-environment node
import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { hostileCorpora, hostileTitles } from './hostileCorpora.ts';
import { allStrings, pickedStrings } from './strings.ts';
it('x', () => {
  for (const [all, k] of [[allStrings(), 50], [pickedStrings(), 44]] as const) {
    const strings = all.flatMap((x) => x.strings);
    const t = performance.now();
    const made = hostileCorpora(strings, k);
    const titles = hostileTitles(strings);
    console.log(made.length, titles.length, performance.now() - t, made.flatMap((m) => m.taken).length, made.flatMap((m) => m.refused).length);
    const by = new Map<string, number>();
    for (const { field, code } of made.flatMap((m) => m.refused)) by.set(`${field} ${code}`, (by.get(`${field} ${code}`) ?? 0) + 1);
    console.log([...by].join('\n'));
    writeFileSync(`/tmp/hostile-${k}.json`, JSON.stringify(made[1]));
  }
});
