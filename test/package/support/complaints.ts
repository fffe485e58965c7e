import type { Page } from 'playwright-core';

/** What goes wrong in a page from now on: errors that nobody caught, and what its console warns of. A missing icon is fine. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isIcon = message.location().url.endsWith('/favicon.ico');
    if (['error', 'warning'].includes(message.type()) && !isIcon) complaints.push(message.text());
  });
  return complaints;
}
