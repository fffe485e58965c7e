import type { TaskfireAgreement } from '../../src/model/index.js';

/** Terms of an invented vendor. Older versions are kept: somebody has accepted them. */
const versions = {
  '2025-1': { en: [], de: [] },
  '2026-1': {
    en: ['A contract that ends does not end this agreement: licences without a contract are billed to you.'],
    de: [
      'Endet ein Vertrag, endet diese Vereinbarung nicht: Lizenzen ohne Vertrag werden Ihnen in Rechnung gestellt.',
    ],
  },
} as const;

/** The version that is accepted from now on. */
export const CURRENT_AGREEMENT = '2026-1';

export type AgreementLanguage = 'en' | 'de';

const words: Readonly<Record<AgreementLanguage, Omit<TaskfireAgreement, 'version' | 'language'>>> = {
  en: {
    title: 'Taskfire Agreement',
    paragraphs: [
      'Taskfire gives your customer an internal help desk. You enable it on behalf of your customer and decide who becomes a user of it.',
      'For each user with a Taskfire security level a monthly license fee is due, prorated from the day on which the level is assigned.',
      'You can disable Taskfire at any time. Fees already due remain due. Users of the customer then lose access to Taskfire.',
    ],
    confirmations: [
      { id: 'fees', text: 'I understand that each Taskfire user causes a monthly license fee.' },
      { id: 'authority', text: 'I am authorized to accept this agreement for my company.' },
    ],
  },
  de: {
    title: 'Taskfire-Vereinbarung',
    paragraphs: [
      'Taskfire gibt Ihrem Kunden einen internen Helpdesk. Sie aktivieren es im Namen Ihres Kunden und bestimmen, wer Benutzer wird.',
      'Für jeden Benutzer mit einem Taskfire-Zugriffsrecht fällt monatlich eine Lizenzgebühr an, anteilig ab dem Tag der Zuweisung.',
      'Sie können Taskfire jederzeit deaktivieren. Bereits fällige Gebühren bleiben fällig. Die Benutzer des Kunden verlieren dann den Zugriff auf Taskfire.',
    ],
    confirmations: [
      {
        id: 'fees',
        text: 'Mir ist bekannt, dass jeder Taskfire-Benutzer monatlich eine Lizenzgebühr verursacht.',
      },
      { id: 'authority', text: 'Ich bin berechtigt, diese Vereinbarung für meine Firma anzunehmen.' },
    ],
  },
};

/** T1: the text of a version. An unknown version is answered with the current one. */
export function agreementText(version: string, language: AgreementLanguage): TaskfireAgreement {
  const known = version === '2025-1' ? version : CURRENT_AGREEMENT;
  const { title, paragraphs, confirmations } = words[language];
  return {
    ...{ version: known, language, title, confirmations },
    paragraphs: [...paragraphs, ...versions[known][language]],
  };
}
