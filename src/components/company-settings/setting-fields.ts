import { msg } from '@lit/localize';
import type { SettingKey, SomeSettings } from '../../model/index.js';

/** The groups of the page, in their order. `taskfire` holds no settings: it says how Taskfire stands. */
export const sectionIds = [
  'sign-in',
  'visibility',
  'tickets',
  'request-types',
  'early-access',
  'taskfire',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** One value that a setting can take: how it is called and what choosing it changes. */
export interface Choice {
  readonly label: string;
  readonly change: SomeSettings;
}

/** One row of the page. Written once here; the row, the change bar and the conflict dialog all read it. */
export interface SettingField {
  readonly key: SettingKey;
  readonly control: 'switch' | 'choice' | 'time-zone' | 'quick-ticket' | 'request-types';
  readonly label: string;
  /** One or two plain sentences on what it does for the company's users. */
  readonly help: string;
  /** All values, where they can be listed. A switch has on first, then off. */
  readonly choices: readonly Choice[];
}

/** The rows of a section in the language of now. The terms are the field's (requirements S, R, E). */
export function fieldsOf(section: SectionId): readonly SettingField[] {
  return fieldsBySection[section]();
}

/** Every row, in the order of the page. */
export function allFields(): readonly SettingField[] {
  return sectionIds.flatMap((section) => fieldsOf(section));
}

/** The group in which a setting stands. */
export function sectionOf(key: SettingKey): SectionId | undefined {
  return sectionIds.find((section) => fieldsOf(section).some((field) => field.key === key));
}

export function sectionTitle(section: SectionId): string {
  switch (section) {
    case 'sign-in':
      return msg('Sign-in');
    case 'visibility':
      return msg('What users see');
    case 'tickets':
      return msg('Tickets');
    case 'request-types':
      return msg('Request types');
    case 'early-access':
      return msg('Early access');
    case 'taskfire':
      return msg('Taskfire');
  }
}

const fieldsBySection: Readonly<Record<SectionId, () => readonly SettingField[]>> = {
  'sign-in': signInFields,
  visibility: visibilityFields,
  tickets: ticketFields,
  'request-types': requestTypeFields,
  'early-access': earlyAccessFields,
  taskfire: () => [],
};

/** On and off, the same words for every switch. */
function onOff(on: SomeSettings, off: SomeSettings): Choice[] {
  return [
    { label: msg('On'), change: on },
    { label: msg('Off'), change: off },
  ];
}

function signInFields(): readonly SettingField[] {
  return [
    {
      key: 'portalEnabled',
      control: 'switch',
      label: msg('Enabled for client portal'),
      help: msg('When off, nobody at this company can log in to the portal.'),
      choices: onOff({ portalEnabled: true }, { portalEnabled: false }),
    },
    {
      key: 'twoFactor',
      control: 'choice',
      label: msg('Two-factor authentication'),
      help: msg(
        'Who must enter a second factor. It is not enforced when users sign in with Google or Microsoft.',
      ),
      choices: [
        { label: msg('Global policy'), change: { twoFactor: 'global' } },
        { label: msg('Not required'), change: { twoFactor: 'off' } },
        { label: msg('Required for Taskfire users'), change: { twoFactor: 'taskfire' } },
        { label: msg('Required for all users'), change: { twoFactor: 'all' } },
      ],
    },
  ];
}

function visibilityFields(): readonly SettingField[] {
  return [
    {
      key: 'resourceNames',
      control: 'choice',
      label: msg('Assigned resource'),
      help: msg(
        'How your people’s names appear on tickets, tasks and in the project summary. Users of a billing company always see the name.',
      ),
      choices: [
        { label: msg('Full name'), change: { resourceNames: 'name' } },
        { label: msg('Neutral label'), change: { resourceNames: 'neutral' } },
        { label: msg('Hidden'), change: { resourceNames: 'hidden' } },
      ],
    },
    {
      key: 'workedTime',
      control: 'choice',
      label: msg('Worked time'),
      help: msg(
        'Hours on tickets and tasks. Only Taskfire users see them; users of a billing company always see billed hours.',
      ),
      choices: [
        { label: msg('Not shown'), change: { workedTime: 'none' } },
        { label: msg('Billed hours only'), change: { workedTime: 'billed' } },
        { label: msg('Worked hours'), change: { workedTime: 'worked' } },
      ],
    },
    ...publishedFields(),
    {
      key: 'timeZone',
      control: 'time-zone',
      label: msg('Time zone'),
      help: msg('For times and time stamps on tasks and tickets in the portal.'),
      choices: [],
    },
  ];
}

function publishedFields(): readonly SettingField[] {
  return [
    {
      key: 'knowledgeBase',
      control: 'switch',
      label: msg('Knowledge base articles'),
      help: msg(
        'Articles published to this company, to all companies, or to its territory or classification. The security level must allow it too.',
      ),
      choices: onOff({ knowledgeBase: true }, { knowledgeBase: false }),
    },
    {
      key: 'documents',
      control: 'switch',
      label: msg('Documents'),
      help: msg(
        'Documents published to this company or to all companies. The security level must allow it too.',
      ),
      choices: onOff({ documents: true }, { documents: false }),
    },
  ];
}

function ticketFields(): readonly SettingField[] {
  return [
    {
      key: 'notifications',
      control: 'switch',
      label: msg('Notifications'),
      help: msg(
        'E-mails your assigned resources when someone adds a note or completes a task in the portal.',
      ),
      choices: onOff({ notifications: true }, { notifications: false }),
    },
    {
      key: 'ticketDueDates',
      control: 'switch',
      label: msg('Ticket due dates'),
      help: msg(
        'Shows your due date in tickets and their notifications. On Taskfire tickets only while they are shared with you.',
      ),
      choices: onOff({ ticketDueDates: true }, { ticketDueDates: false }),
    },
    {
      key: 'relatedTickets',
      control: 'choice',
      label: msg('Tickets of parent and sister companies'),
      help: msg('Who here may see and work on tickets of the parent and of its other sub-companies.'),
      choices: [
        { label: msg('No'), change: { relatedTickets: 'no' } },
        { label: msg('Taskfire users'), change: { relatedTickets: 'taskfire' } },
        { label: msg('Taskfire and portal users'), change: { relatedTickets: 'taskfire-and-portal' } },
      ],
    },
    {
      key: 'quickTicket',
      control: 'quick-ticket',
      label: msg('Quick ticket'),
      help: msg('A short form that opens a ticket with these values.'),
      choices: [],
    },
  ];
}

function requestTypeFields(): readonly SettingField[] {
  return [
    {
      key: 'requestTypes',
      control: 'request-types',
      label: msg('Service request types'),
      help: msg('What users can choose when they open a request.'),
      choices: [],
    },
  ];
}

function earlyAccessFields(): readonly SettingField[] {
  return [
    {
      key: 'earlyAccess',
      control: 'switch',
      label: msg('Early access to the new portal'),
      help: msg('Users can try the new portal and choose which one they use.'),
      choices: onOff({ earlyAccess: true }, { earlyAccess: false }),
    },
    {
      key: 'preventLegacyPortal',
      control: 'switch',
      label: msg('Prevent legacy portal'),
      help: msg('Users can only use the new portal, with the functions that it supports so far.'),
      choices: onOff({ preventLegacyPortal: true }, { preventLegacyPortal: false }),
    },
    {
      key: 'firstExperience',
      control: 'choice',
      label: msg('Default first experience'),
      help: msg('Which portal users meet first. Each user may still choose.'),
      choices: [
        { label: msg('Legacy portal'), change: { firstExperience: 'legacy' } },
        { label: msg('New portal (early access)'), change: { firstExperience: 'early-access' } },
      ],
    },
  ];
}
