import {
  defaultSettings,
  demoLogo,
  PROVIDER_COMPANY_ID,
  type BillingContract,
  type Company,
  type CompanySettings,
  type LogoSlots,
  type Option,
  type PortalUserOptions,
  type SecurityLevel,
  type TaskfireAgreement,
  type TicketOption,
  type TicketOptions,
} from '../../model/index.js';
import type { MemoryCompany, MemoryData, MemoryTaskfire } from './memory-data.js';
import { manyContacts } from './people.js';
import { manySignIns } from './sign-ins.js';

// Labels in the vendor's order (a public wrapper generated from the vendor's picklists); the numbers are per tenant.
const dateLabels =
  'MM/dd/yyyy MM/dd/yy dd/MM/yyyy dd/MM/yy yyyy/MM/dd yy/MM/dd MM-dd-yyyy MM-dd-yy dd-MM-yyyy dd-MM-yy yyyy-MM-dd yy-MM-dd MM.dd.yyyy MM.dd.yy dd.MM.yyyy dd.MM.yy yyyy.MM.dd yy.MM.dd'.split(
    ' ',
  );
const timeLabels = ['hh:mm tt', 'h:mm tt', 'HH:mm'];
const numberLabels = ['X,XXX.XX', 'X.XXX,XX'];

const FLORIST = 175;

/** A deterministic provider with five companies: plain, Taskfire, North American parent, its empty sub-company, the provider itself. */
export function demoData(now = new Date()): MemoryData {
  return {
    companies: [
      provider(),
      withSignIns(dairy(), 360, 'Microsoft Entra ID', now),
      florist(),
      withSignIns(logistics(), 90, 'Okta', now),
      branch(),
    ],
    provider: {
      twoFactor: 'taskfire',
      quickTicket: { requestTypeId: 11, priority: 2, queueId: 8, titleEditable: true },
      headquartersTimeZone: 'Europe/Berlin',
      isEarlyAccessActivated: true,
      genericLoginUrl: 'https://portal.nordlicht.example/login',
      ticketsFrom: '2024-01-01',
    },
    requestTypes: [
      { id: 11, name: 'Incident', isActive: true, group: 'Support' },
      { id: 12, name: 'New employee', isActive: true, group: 'People' },
      { id: 13, name: 'Hardware order', isActive: true, group: 'Orders' },
      { id: 14, name: 'Printer trouble', isActive: true, group: 'Support' },
      { id: 15, name: 'Fax line', isActive: false, group: null },
    ],
    // prettier-ignore
    timeZones: [
      'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/New_York', 'America/Phoenix',
      'Asia/Tokyo', 'Australia/Sydney', 'Europe/Berlin', 'Europe/London', 'Europe/Zurich',
    ],
    ticketOptions: ticketOptions(),
    agreement: agreement(),
    portalUserOptions: portalUserOptions(),
  };
}

/** The provider has both, one company a login page of its own, and the others the provider's. */
function demoLogos(companyId: number): LogoSlots {
  if (companyId === PROVIDER_COMPANY_ID)
    return { login: demoLogo('wave', 64, [31, 95, 208]), header: demoLogo('wave', 32, [31, 95, 208]) };
  return { login: companyId === FLORIST ? demoLogo('flower', 72, [176, 48, 112]) : null, header: null };
}

/** The last queue was given up after companies had chosen it. */
function ticketOptions(): TicketOptions {
  return {
    priorities: [
      ticketOption(4, 'Critical'),
      ticketOption(1, 'High'),
      ticketOption(2, 'Medium'),
      ticketOption(3, 'Low'),
    ],
    queues: [
      ticketOption(5, 'Client Portal'),
      ticketOption(6, 'Post Sale'),
      ticketOption(8, 'Monitoring Alert'),
      ticketOption(9, 'Second level'),
      ticketOption(7, 'Telephone', false),
    ],
  };
}

function ticketOption(value: number, label: string, isActive = true): TicketOption {
  return { value, label, isActive };
}

function portalUserOptions(): PortalUserOptions {
  return {
    securityLevels: [
      level(1, 'Basic'),
      level(2, 'Advanced'),
      level(3, 'Manager'),
      level(4, 'Resource', { kind: 'taskfire' }),
      level(5, 'Administrator', { kind: 'taskfire' }),
      level(101, 'Invoices only', { isSystem: false }),
      level(102, 'Trainees (until 2024)', { isSystem: false, isActive: false }),
    ],
    dateFormats: optionList(dateLabels, 'dd.MM.yyyy'),
    timeFormats: optionList(timeLabels, 'HH:mm'),
    numberFormats: optionList(numberLabels, 'X.XXX,XX'),
  };
}

function level(id: number, name: string, other: Partial<SecurityLevel> = {}): SecurityLevel {
  return { id, name, kind: 'portal', isSystem: true, isActive: true, ...other };
}

function optionList(labels: readonly string[], defaultLabel: string): Option[] {
  return labels.map((label, index) => ({ value: index + 1, label, isDefault: label === defaultLabel }));
}

type CompanyParts = Partial<Company> & Pick<Company, 'id' | 'name'>;

function company(
  parts: CompanyParts,
  slug: string,
  settings: Partial<CompanySettings>,
  contacts: number,
): MemoryCompany {
  const isTaskfireActive = parts.isTaskfireActive ?? false;
  const home = { isActive: true, isCustomer: true, parentId: null, country: 'DE', region: null };
  return {
    company: { ...home, ...parts, isTaskfireActive },
    settings: { ...defaultSettings, ...settings },
    portalLogin: {
      url: `https://${slug}.portal.nordlicht.example/login`,
      isFriendly: true,
      hasIdentityProvider: false,
    },
    logos: demoLogos(parts.id),
    taskfire: isTaskfireActive ? acceptedTaskfire() : { isActive: false, version: '1' },
    contracts: parts.id === PROVIDER_COMPANY_ID ? [] : contracts(),
    signIns: [],
    rows: manyContacts(contacts, {
      companyId: parts.id,
      firstId: 1_000_001 + parts.id * 10_000,
      domain: `${slug}.example`,
    }),
  };
}

/** Everybody with an account signs in through the identity provider up to now. */
function withSignIns(
  company: MemoryCompany,
  count: number,
  identityProvider: string,
  now: Date,
): MemoryCompany {
  const { rows } = company;
  const levels = portalUserOptions().securityLevels;
  const firstId = 500_000 + company.company.id * 1_000;
  return { ...company, signIns: manySignIns(count, { rows, levels, now, firstId, identityProvider }) };
}

/** The terms of an invented vendor. */
function agreement(): TaskfireAgreement {
  return {
    version: '2026-02',
    language: 'en',
    title: 'Taskfire agreement',
    paragraphs: [
      'Taskfire gives your customer a help desk of its own. You enable it for your customer and assign its users.',
      'Each user with a Taskfire security level costs a monthly licence fee, prorated from the day it is assigned.',
      'You can disable Taskfire at any time. The fee of the current month remains due.',
    ],
    confirmations: [
      { id: 'fees', text: 'I accept the monthly fee for each Taskfire user.' },
      { id: 'authority', text: 'I may enter into this agreement on behalf of my company.' },
    ],
  };
}

/** One that runs for ever, one with an end, one that has ended. */
function contracts(): BillingContract[] {
  const licence = { id: 7_301, name: 'Taskfire licence' };
  return [
    {
      id: 29_684,
      name: 'Managed workplace',
      expiresOn: '2027-02-28',
      services: [licence, { id: 7_302, name: 'Workplace' }],
    },
    { id: 29_690, name: 'Support all year round', expiresOn: null, services: [{ ...licence, id: 7_310 }] },
    { id: 29_402, name: 'Support 2024', expiresOn: '2024-12-31', services: [{ ...licence, id: 7_110 }] },
  ];
}

function acceptedTaskfire(): MemoryTaskfire {
  return {
    isActive: true,
    version: '1',
    agreement: agreement(),
    acceptedBy: 'Henrike Sørensen',
    acceptedAt: '2025-03-04T09:12:00Z',
    billing: {
      contractId: 29_684,
      contractName: 'Managed workplace',
      serviceId: 7_301,
      serviceName: 'Taskfire licence',
      expiresOn: '2027-02-28',
    },
  };
}

function provider(): MemoryCompany {
  return company({ id: 0, name: 'Nordlicht IT-Service GmbH' }, 'nordlicht', {}, 6);
}

function dairy(): MemoryCompany {
  const settings: Partial<CompanySettings> = {
    resourceNames: 'neutral',
    knowledgeBase: false,
    requestTypes: { mode: 'custom', ids: [11, 12, 15] },
  };
  return company({ id: 174, name: 'Käserei Oberdorf GmbH' }, 'oberdorf', settings, 24);
}

function florist(): MemoryCompany {
  const settings: Partial<CompanySettings> = { workedTime: 'billed', ticketDueDates: true, twoFactor: 'all' };
  return company({ id: FLORIST, name: 'Blumen Jäger e. K.', isTaskfireActive: true }, 'jaeger', settings, 20);
}

function logistics(): MemoryCompany {
  const settings: Partial<CompanySettings> = {
    relatedTickets: 'taskfire-and-portal',
    earlyAccess: true,
    firstExperience: 'early-access',
    quickTicket: { mode: 'custom', requestTypeId: 13, priority: 1, queueId: 8, titleEditable: false },
  };
  const where = { id: 176, name: 'Harbor & Pine Logistics, Inc.', country: 'US', region: 'WA' };
  return company(where, 'harborpine', settings, 14);
}

function branch(): MemoryCompany {
  const where = { id: 177, name: 'Harbor & Pine Phoenix', country: 'US', region: 'AZ', parentId: 176 };
  return company(where, 'harborpine-phoenix', { portalEnabled: false }, 0);
}
