import * as v from 'valibot';
import { GridIdSchema, GridLayoutSchema, type GridLayout } from '../../contract/index.js';
import { tellWhenFull, type LocalArea } from '../local-area.js';
import { oneAtATime } from '../one-at-a-time.js';

const KEY = 'grid-layouts';

/** More than we have grids: names that somebody thinks up can't fill the disk. What was saved longest ago goes. */
const MOST_GRIDS = 20;

/** The layouts are parsed one by one when they are asked for: a broken or old one doesn't take the others with it. */
const StoredSchema = v.array(v.tuple([GridIdSchema, v.unknown()]));

/** How this user has arranged the grids, on disk; nothing of it is about people. */
export function createGridLayouts(area: LocalArea) {
  const local = tellWhenFull(area);
  const inTurn = oneAtATime();

  async function read(): Promise<[string, unknown][]> {
    const stored = v.safeParse(StoredSchema, (await local.get(KEY))[KEY]);
    return stored.success ? stored.output : [];
  }

  return {
    /** Undefined where none is kept, or none that can be read. */
    load: async (gridId: string): Promise<GridLayout | undefined> => {
      const [, layout] = (await read()).find(([id]) => id === gridId) ?? [];
      const parsed = v.safeParse(GridLayoutSchema, layout);
      return parsed.success ? parsed.output : undefined;
    },

    /** Rejects with `storage-full` where there is no room. */
    save: (gridId: string, layout: GridLayout): Promise<void> =>
      inTurn(async () => {
        const others = (await read()).filter(([id]) => id !== gridId);
        await local.set({ [KEY]: [...others.slice(1 - MOST_GRIDS), [gridId, layout]] });
      }),

    forget: (): Promise<void> => inTurn(() => local.remove(KEY)),
  };
}
export type GridLayouts = ReturnType<typeof createGridLayouts>;
