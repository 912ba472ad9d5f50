// @vitest-environment node
import { expect, it } from 'vitest';
import { decodeLink } from '../../src/url/link.ts';

it('no run of one sign keeps the page waiting, wherever it stands', () => {
  const signs = [
    ...'.,;:!?()[]{}<>"\'*`|\\ …=&%+~_-a1',
    '%3D',
    '%25',
    '%253D',
    '%2',
    '&amp;',
    '\r\n',
    '.-',
    'a-',
    'a~',
    '金',
  ];
  const start = performance.now();
  for (const sign of signs)
    for (const query of [
      `v=1&article=${sign.repeat(20_000)}~x`,
      `${sign.repeat(20_000)}=x`,
      `v=1&q=a${sign.repeat(20_000)}`,
      `v%3D1%26open%3D${sign.repeat(20_000)}x`,
    ])
      decodeLink(query);
  expect(performance.now() - start).toBeLessThan(10_000);
});
