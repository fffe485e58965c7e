import { describe, expect, it } from 'vitest';
import * as stories from '../../../src/components/contact-grid/contact-grid.stories.js';
import { itIsAccessibleInStories } from '../shared/stories.js';
import { openGrid } from './stage.js';

describe('<portal-contact-grid> accessibility', () => {
  itIsAccessibleInStories(stories);

  it('counts all rows and columns, and numbers those that are in the DOM', async () => {
    const { gridRoot, rows } = await openGrid();
    const grid = gridRoot.querySelector('[role=grid]');
    expect(grid?.ariaRowCount).toBe('25');
    expect(grid?.ariaColCount).toBe('10');
    expect(grid?.ariaLabel).toBe('Contacts of Käserei Oberdorf GmbH');
    expect(rows.slice(0, 3).map(({ ariaRowIndex }) => ariaRowIndex)).toEqual(['2', '3', '4']);
    for (const row of rows) {
      const indices = [...row.children].map((cell) => Number(cell.ariaColIndex));
      expect(indices).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
  });

  it('has exactly one cell in the tab order', async () => {
    const { gridRoot } = await openGrid();
    expect(gridRoot.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1);
    expect(gridRoot.querySelectorAll('[role=grid] button:not([tabindex])')).toHaveLength(0);
  });

  it('says which column is sorted and how', async () => {
    const stage = await openGrid();
    expect(stage.get('.head .name').ariaSort).toBe('ascending');
    await stage.click('.head .name button');
    expect(stage.get('.head .name').ariaSort).toBe('descending');
    await stage.click('.head .email button');
    expect(stage.get('.head .email').ariaSort).toBe('ascending');
    expect(stage.get('.head .name').ariaSort).toBe(null);
  });
});
