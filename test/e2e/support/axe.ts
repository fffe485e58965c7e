import axe from 'axe-core';
import type { Page } from 'playwright-core';
import * as v from 'valibot';

const ViolationsSchema = v.array(
  v.object({
    id: v.string(),
    nodes: v.array(v.object({ html: v.string(), failureSummary: v.optional(v.string()) })),
  }),
);

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 A and AA; axe looks into open shadow roots by itself. Returns one line per violation, none if all is well. */
export async function axeViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  // Selectors of what is found, and style sheets for rules that are not run, cost a seventh of the time for nothing.
  const options = { runOnly: RULES, resultTypes: ['violations'], selectors: false, preload: false };
  const found: unknown = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return v
    .parse(ViolationsSchema, found)
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}\n${node.failureSummary ?? ''}`));
}
