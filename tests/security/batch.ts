import type { Page } from '@playwright/test';

/** What the page lists of a refused file: places with codes, and how many more there are. */
export async function listedIn(page: Page): Promise<{ rows: [path: string, code: string][]; more: number }> {
  return page.evaluate(() => {
    const box = [...document.querySelectorAll('section[aria-label="What is wrong"]')].at(-1)?.parentElement;
    const cell = (row: Element, which: string) => row.querySelector(which)?.textContent ?? '';
    return {
      rows: [...(box?.querySelectorAll('tbody tr') ?? [])].map((row): [string, string] => [
        cell(row, 'td'),
        cell(row, 'td:last-child'),
      ]),
      more: Number(
        /([\d,]+) more are not listed/
          .exec(box?.lastChild?.parentElement?.textContent ?? '')?.[1]
          ?.replaceAll(',', '') ?? 0,
      ),
    };
  });
}

/** What the dialog says when all files have been looked at: coverages that are open, and refusals with their first row. Runs in the page. */
export async function answersIn([coverages, refusals, last]: readonly [number, number, string]) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const dialog = () => document.querySelector('dialog[open]');
  const open = () => [...(dialog()?.querySelectorAll('ul[aria-label="Open coverages"] > li') ?? [])].slice(1);
  const sections = () => [...(dialog()?.querySelectorAll('section[role="alert"]') ?? [])];
  const running = () => dialog()?.querySelector('section[aria-label="Opening"]') ?? null;
  // The refusals of the files before stand there until the new ones are begun.
  const lastIs = () => sections().at(-1)?.querySelector('h3')?.textContent?.startsWith(`“${last}”`);
  for (const end = performance.now() + 120_000; performance.now() < end; await frame())
    if (open().length === coverages && sections().length === refusals && running() === null && lastIs()) break;
  return {
    open: open().length,
    refused: sections().map((section) => ({
      name: /^“(.*)” was /.exec(section.querySelector('h3')?.textContent ?? '')?.[1] ?? '',
      path: section.querySelector('tbody td')?.textContent ?? '',
      codes: [...section.querySelectorAll('tbody td:last-child')].map((cell) => cell.textContent ?? ''),
    })),
  };
}
