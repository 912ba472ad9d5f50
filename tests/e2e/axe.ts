import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in a page or a frame: by the rules that are on by default, and by the size of targets. */
export async function violationsOf(page: Page | Frame): Promise<string[]> {
  // Through the protocol, not through the page, so that the page's policy does not have to let it in.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await Reflect.get(window, 'axe').run(document, {
      rules: { 'target-size': { enabled: true } },
    });
    return found.map(
      (rule: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
        `${rule.id}: ${rule.nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 200)} ${node.failureSummary.slice(0, 300)}`)
          .join(' | ')}`,
    );
  });
}
