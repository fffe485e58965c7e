import * as v from 'valibot';
import { IdSchema, InstantSchema } from '../../model/index.js';
import { tellWhenFull, type LocalArea } from '../local-area.js';
import { oneAtATime } from '../one-at-a-time.js';

const KEY = 'visits';

/** More companies than anybody keeps an eye on; the one that was looked at longest ago goes. */
const MOST_VISITS = 500;

/** Whose visit of which company. People share browsers, and a company's number is its PSA's own. */
export interface Visitor {
  readonly psaOrigin: string;
  readonly companyId: number;
  /** As the page shows it; null where it shows nobody. */
  readonly pageUser: string | null;
}

const VisitSchema = v.object({
  psaOrigin: v.string(),
  companyId: IdSchema,
  pageUser: v.nullable(v.string()),
  seenUntil: InstantSchema,
});
type Visit = v.InferOutput<typeof VisitSchema>;

/** Until when each visitor has seen everything at each company, on disk. */
export function createVisits(area: LocalArea) {
  const local = tellWhenFull(area);
  const inTurn = oneAtATime();

  /** What is broken is as good as forgotten. */
  async function read(): Promise<Visit[]> {
    const stored = v.safeParse(v.array(VisitSchema), (await local.get(KEY))[KEY]);
    return stored.success ? stored.output : [];
  }

  return {
    /** Undefined at the first visit. */
    seenUntil: async (visitor: Visitor): Promise<string | undefined> =>
      (await read()).find((visit) => isOf(visit, visitor))?.seenUntil,

    /** An earlier moment than the one that is known changes nothing. */
    see: (visitor: Visitor, until: string): Promise<void> =>
      inTurn(async () => {
        const visits = await read();
        const known = visits.find((visit) => isOf(visit, visitor))?.seenUntil;
        const seenUntil = known !== undefined && Date.parse(known) > Date.parse(until) ? known : until;
        const others = visits.filter((visit) => !isOf(visit, visitor));
        const { psaOrigin, companyId, pageUser } = visitor;
        const latest = { psaOrigin, companyId, pageUser, seenUntil };
        await local.set({ [KEY]: [...others.slice(1 - MOST_VISITS), latest] });
      }),

    forget: (): Promise<void> => inTurn(() => local.remove(KEY)),
  };
}
export type Visits = ReturnType<typeof createVisits>;

function isOf(visit: Visitor, { psaOrigin, companyId, pageUser }: Visitor): boolean {
  return visit.psaOrigin === psaOrigin && visit.companyId === companyId && visit.pageUser === pageUser;
}
