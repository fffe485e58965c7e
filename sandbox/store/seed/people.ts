import type { ColumnValues } from '../rows.js';

/** A list on few lines; an empty part stands for "none". */
function split(list: string): readonly string[] {
  return list.split(', ');
}

/** Invented people: common names, mixed freely. */
const firstNames = split(
  'Mareike, Jürgen, Ayşe, Björn, Chloé, Dawid, Élodie, Faruk, Greta, Håkon, Ines, Jörg, Katarzyna, ' +
    'Lars, Mónica, Nuri, Øystein, Priya, Quirin, Renée, Sören, Thúy, Uwe, Valérie, Wiebke, Xenia, ' +
    'Yusuf, Zoë, Anke, Bülent, Cäcilie, Dörte, Emre, Friederike, Günther, Hélène',
);
const lastNames = split(
  'Adler, Böttcher, Çelik, Dąbrowski, Eßer, Fröhlich, Großmann, Hübner, Ivanović, Jäger, König, ' +
    'Løvås, Müller, Nguyen, Öztürk, Petersen, Quast, Rößler, Schäfer, Tönnies, Uhlmann, Vögele, ' +
    "Weiß, Xylander, Yılmaz, Zöllner, Okonkwo, Patel, O'Brien, García, Lefèvre, Sjöberg, Krüger, " +
    'Brandão, Kowalczyk, van der Meer, Nørgaard, Kühn, Sánchez, Lindqvist, Bauer',
);
const titles = split(
  'Disponentin, Lagerleiter, Buchhaltung, IT-Koordinatorin, Geschäftsführer, Einkauf, Vertrieb, ' +
    'Fuhrparkleitung, Personalabteilung, Empfang, , Qualitätssicherung, Zollabwicklung',
);

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string | null;
  /** What stands before the `@`: plain ASCII, unique per number. */
  readonly mailbox: string;
}

/** The same number always gives the same person; 1,476 different names before they repeat. */
export function person(number: number): Person {
  const firstName = pick(firstNames, number);
  const lastName = pick(lastNames, number * 7 + Math.floor(number / lastNames.length));
  const title = pick(titles, number * 5) || null;
  const mailbox = `${ascii(firstName)}.${ascii(lastName)}${number < 1000 ? '' : number.toString()}`;
  return { firstName, lastName, title, mailbox };
}

function pick<T>(list: readonly T[], number: number): T {
  const found = list[number % list.length];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

const spelled: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  ı: 'i',
  ł: 'l',
  å: 'aa',
};

/** "Jürgen Weiß" as people write it in a mailbox: `juergen`, `weiss`. */
function ascii(name: string): string {
  return name
    .toLowerCase()
    .replace(/[äöüßøıłå]/g, (letter) => spelled[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

/** Seeded rows are as old as this, so that two seeds are equal to the byte. */
export const SEED_DATE = '2026-03-02T08:00:00.000Z';

/** The columns of a contact. */
export function contactColumns(
  id: number,
  companyID: number,
  who: Person,
  rest: { emailAddress: string | null; phone: string | null; isActive: boolean; primaryContact: boolean },
): ColumnValues {
  const { firstName, lastName, title } = who;
  return {
    id,
    companyID,
    firstName,
    lastName,
    title,
    emailAddress: rest.emailAddress,
    phone: rest.phone,
    isActive: Number(rest.isActive),
    primaryContact: Number(rest.primaryContact),
    createDate: SEED_DATE,
    lastActivityDate: SEED_DATE,
    lastModifiedDate: SEED_DATE,
  };
}

/** dd.MM.yyyy, HH:mm and X.XXX,XX, or what an American company uses. */
const formats = {
  german: { dateFormat: 15, timeFormat: 3, numberFormat: 2 },
  american: { dateFormat: 1, timeFormat: 2, numberFormat: 1 },
};

/** The columns of an account. */
export function portalUserColumns(
  id: number,
  contactID: number,
  userName: string,
  rest: { securityLevel: number; isActive: boolean; formats: keyof typeof formats },
): ColumnValues {
  const { securityLevel, isActive } = rest;
  return {
    id,
    contactID,
    userName,
    securityLevel,
    isClientPortalActive: Number(isActive),
    ...formats[rest.formats],
  };
}
