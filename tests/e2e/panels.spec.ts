import type { Page } from '@playwright/test';
import { expect, long, open, test } from './desk.ts';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const count = (page: Page) => page.getByRole('region', { name: 'Filters' }).getByRole('status');

/** Pairs of boxes that cover each other by more than a hair, by name. */
function overlaps(boxes: { name: string; x: number; y: number; width: number; height: number }[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => {
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      return across > 1 && down > 3.5 ? [`${a.name} and ${b.name}`] : [];
    }),
  );
}

const boxesOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const visible = element.checkVisibility({ opacityProperty: true });
      return visible && width > 0 ? [{ name: element.textContent ?? '', x, y, width, height }] : [];
    }),
  );

test('a node with the focus shows its ties, and the rest fades', async ({ page }) => {
  await open(page);
  const network = page.getByRole('group', { name: /^Network of ties/ });
  await network.locator('[data-mark="sweden"]').hover();
  const faded = () => network.locator('[data-mark][data-faded]').count();
  await expect.poll(faded).toBeGreaterThan(20);
  await expect(network.locator('[data-mark="sweden"]')).not.toHaveAttribute('data-faded');
  await expect(network.getByRole('button', { name: /^Sweden to talks of/ })).not.toHaveAttribute('data-faded');
});

test('arrow keys walk from actor to actor, into their ties and back; names read as sentences', async ({ page }) => {
  await open(page);
  await page.locator('[data-mark="china"]').focus();
  await page.keyboard.press('ArrowDown');
  const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(await name()).toMatch(/China.*: (cooperation|conflict|talks|mediation), \d+ passages?, /);
  await page.keyboard.press('ArrowUp');
  expect(await name()).toMatch(/^China: \d+ statements?, \d+ ties/);
  await page.keyboard.press('ArrowRight');
  expect(await name()).toMatch(/: \d+ statements?, \d+ ties?/);
});

test('a tie chosen in one shape is chosen in all', async ({ page }) => {
  await open(page);
  const ties = panel(page, 'Who relates to whom');
  const chosen = ties.getByRole('button', { name: /^Japan (to|and) North Korea/ });
  await chosen.first().press('Enter');
  await expect(page).toHaveURL(/tie=/);
  await ties.getByRole('button', { name: 'Matrix', exact: true }).click();
  await expect(ties.getByRole('button', { name: /^Japan (to|and) North Korea/, pressed: true })).toHaveCount(2);
  await ties.getByRole('button', { name: 'List', exact: true }).click();
  await expect(ties.getByRole('button', { pressed: true }).filter({ hasText: 'Japan' })).toBeVisible();
});

test('states are squares, who only speaks stands apart, future ties are dashed', async ({ page }) => {
  await open(page);
  const network = page.getByRole('group', { name: /^Network of ties/ });
  await expect(network.getByText('Speak; no tie reported')).toBeVisible();
  await expect(network.locator('[data-mark="north-korea"] rect')).toHaveCount(1);
  const future = network.getByRole('button', { name: /, \d+ passages?, (future|hypothetical)$/ });
  expect(await future.count()).toBeGreaterThan(0);
  for (const tie of await future.all())
    expect(await tie.locator('path[stroke-dasharray]').count(), (await tie.getAttribute('aria-label')) ?? '').toBe(1);
});

for (const [width, height] of [
  [1440, 1000],
  [1280, 800],
  [1024, 768],
  [390, 844],
] as const) {
  test(`labels of the map and of the time line never collide: ${width}${long(width === 1280 || width === 1024)}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    if (width < 600)
      await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Places' }).click();
    const map = 'svg[aria-label^="Map of the venues"] text';
    await page.locator(map).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(overlaps(await boxesOf(page, map))).toEqual([]);
    if (width >= 600) {
      await panel(page, 'When').scrollIntoViewIfNeeded();
      expect(overlaps(await boxesOf(page, 'section:has(> header h2:text-is("When")) svg text'))).toEqual([]);
    }
  });
}

test('the map comes closer by pointer, is dragged, and goes back', async ({ page }) => {
  await open(page);
  await page.waitForLoadState('networkidle');
  const hanoi = page.getByRole('button', { name: 'Hanoi, candidate' }).first();
  const place = () => hanoi.boundingBox();
  const before = await place();
  await page.getByRole('button', { name: 'Closer' }).click();
  await expect.poll(place).not.toEqual(before);
  const near = await place();
  const map = await page.getByRole('group', { name: /^Map of the venues/ }).boundingBox();
  await page.mouse.move((map?.x ?? 0) + 60, (map?.y ?? 0) + 120);
  await page.mouse.down();
  await page.mouse.move((map?.x ?? 0) + 120, (map?.y ?? 0) + 130, { steps: 4 });
  await page.mouse.up();
  await expect.poll(place).not.toEqual(near);
  await page.getByRole('button', { name: 'The whole map' }).click();
  await expect.poll(place).toEqual(before);
});

test('all venues stand in the table, the past one last, areas with a range', async ({ page }) => {
  await open(page);
  await page.waitForLoadState('networkidle');
  const rows = panel(page, 'Where it may happen').getByRole('row');
  const names = (await rows.allTextContents()).slice(1);
  expect(names).toHaveLength(6);
  expect(names.at(-1)).toContain('Singapore');
  for (const area of ['Sweden', 'Hawaii'])
    expect(names.find((text) => text.includes(area))).toMatch(/\d,\d{3}\D\d,\d{3}/);
  const box = await panel(page, 'Where it may happen').boundingBox();
  for (const row of await rows.all()) {
    const at = await row.boundingBox();
    expect((at?.y ?? 0) + (at?.height ?? 0), await row.innerText()).toBeLessThanOrEqual(
      (box?.y ?? 0) + (box?.height ?? 0) + 1,
    );
  }
});

test('the time line marks its breaks, and a contested day as contested', async ({ page }) => {
  await open(page);
  const when = panel(page, 'When');
  const contested = when.getByRole('button', { name: /contested/ });
  await expect(contested.first()).toBeVisible();
  await contested.first().click();
  const reader = page.getByRole('complementary', { name: 'Reader' });
  await expect(reader).toContainText(/Wednesday/);
});

test('who speaks: the table holds what the chart shows, and who is only spoken about is listed', async ({ page }) => {
  await open(page);
  const speakers = panel(page, 'Who speaks');
  const squares = speakers.locator('g[data-kind]');
  const kinds = () => squares.evaluateAll((all) => all.map((square) => square.getAttribute('data-kind')));
  await expect(squares).toHaveCount(37);
  const drawn = await kinds();
  const places = () =>
    squares.evaluateAll((all) => all.map((square) => JSON.stringify(square.getBoundingClientRect())));
  const before = await places();
  await squares.first().hover();
  await expect(speakers.locator('.recharts-wrapper g[data-kind]')).toHaveCount(37);
  await squares.nth(1).hover();
  await expect(speakers.locator('.recharts-tooltip-wrapper')).toHaveText(/Kim Jong Un\s*1 direct, 3 mixed, 4 indirect/);
  expect(await kinds()).toEqual(drawn);
  expect(await places()).toEqual(before);
  await speakers.getByRole('button', { name: 'Table' }).click();
  await speakers.getByRole('table').waitFor();
  const cells = await speakers
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.slice(1).map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => Number(textContent))),
    );
  const sum = (column: number) => cells.reduce((total, row) => total + (row[column] ?? 0), 0);
  expect([sum(0), sum(1), sum(2)]).toEqual(
    ['direct', 'mixed', 'indirect'].map((kind) => drawn.filter((one) => one === kind).length),
  );
  await expect(speakers.getByRole('heading', { name: 'Only spoken about' })).toBeAttached();
});

test('as told by: one choice recomputes every panel, and the bar says so', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^As told by/ }).click();
  await page
    .getByRole('button', { name: /^Xinhua/ })
    .first()
    .click();
  await expect(page).toHaveURL(/as-told-by=xinhua|told=xinhua|relay=xinhua/);
  await expect(page.getByText(/as told by Xinhua/i).first()).toBeVisible();
  await expect(count(page)).toHaveText(/^\d of 37 statements/);
  for (const [name, some] of [
    ['Who relates to whom', /\d+ of \d+ ties/],
    ['Where it may happen', /\d of 6 places/],
    ['Who said what', /\d of 37 statements/],
    ['When', /\d+ of 19 events/],
  ] as const)
    await expect(panel(page, name)).toContainText(some);
});

test('search finds an actor by another name, a place and a sentence, by keyboard', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await page.keyboard.type('DPRK');
  await expect(page.getByRole('option', { name: /North Korea/ }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/actor=north-korea/);
  await page.keyboard.type('strings attached');
  const sentence = page.getByRole('option').filter({ hasText: 'preconditions or' }).first();
  await expect(sentence.locator('mark').first()).toHaveText(/strings attached|strings|attached/);
  await sentence.click();
  await expect(page.getByRole('complementary', { name: 'Reader' })).toContainText('strings attached');
});

test('the two tellings: what is shared is joined, what one has alone, what they disagree on, and what backs the headlines', async ({
  page,
}) => {
  await open(page, '?v=1');
  await page.getByRole('button', { name: 'Two tellings' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText(/passages shared/);
  await expect(main).toContainText(/only/i);
  await expect(main).toContainText(/disagree/i);
  await expect(main).toContainText(/headline/i);
  for (const word of ['speaker', 'day', 'spelling']) await expect(main).toContainText(new RegExp(word, 'i'));
});

test('nothing left: each filter has a row that says what returns, and brings it back', async ({ page }) => {
  await open(page, '?article=a&kind=direct&topic=sanctions');
  const row = page
    .getByRole('button', { name: /statements?/ })
    .filter({ hasText: /without|remove|take/i })
    .first();
  await expect(page.getByText(/No statement/).first()).toBeVisible();
  await row
    .or(page.getByRole('region', { name: 'No statement left' }).getByRole('button').first())
    .first()
    .click();
  await expect(count(page)).toHaveText(/^[1-9]\d* of 37/);
});
