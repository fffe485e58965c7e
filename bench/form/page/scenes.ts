import { createMemoryClient, demoData, type MemoryData } from '../../../src/clients/memory/index.js';
import type { CompanySettings } from '../../../src/model/index.js';
import type { Scene } from '../contestant.js';

const FIRST = 174;
const SECOND = 900;

/** Everything that a switch or a choice shows, other than in the first company. */
function others(settings: CompanySettings): CompanySettings {
  return {
    ...settings,
    resourceNames: settings.resourceNames === 'name' ? 'hidden' : 'name',
    workedTime: settings.workedTime === 'none' ? 'worked' : 'none',
    relatedTickets: settings.relatedTickets === 'no' ? 'taskfire' : 'no',
    twoFactor: settings.twoFactor === 'all' ? 'off' : 'all',
    notifications: !settings.notifications,
    knowledgeBase: !settings.knowledgeBase,
    documents: !settings.documents,
    ticketDueDates: !settings.ticketDueDates,
  };
}

/** Two companies that differ in nearly every setting, and the backend that has both. */
export function benchScenes(): { readonly first: Scene; readonly second: Scene } {
  const demo = demoData(new Date('2026-01-01T00:00:00Z'));
  const dairy = demo.companies.find(({ company }) => company.id === FIRST);
  if (dairy === undefined) throw new Error(`no company ${FIRST} in the demo data`);
  const other = {
    ...dairy,
    company: { ...dairy.company, id: SECOND },
    settings: others(dairy.settings),
    rows: [],
    signIns: [],
  };
  const seed: MemoryData = { ...demo, companies: [{ ...dairy, rows: [], signIns: [] }, other] };
  const admin = createMemoryClient({ seed });
  return {
    first: { companyId: FIRST, admin, settings: dairy.settings },
    second: { companyId: SECOND, admin, settings: other.settings },
  };
}
