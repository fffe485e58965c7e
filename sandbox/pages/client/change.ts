import * as v from 'valibot';
import { CompanySettingsSchema, type SomeSettings } from '../../../src/model/index.js';
import { IdTextSchema } from '../../id-text.js';
import { FlagText } from '../form-values.js';
import type { FormValues } from '../form.js';

const { entries } = CompanySettingsSchema;

/** The fields that the page's form sends. Locked widgets and absent sections send nothing. */
const FormSchema = v.object({
  portalEnabled: v.optional(FlagText),
  resourceNames: entries.resourceNames,
  workedTime: entries.workedTime,
  notifications: FlagText,
  knowledgeBase: FlagText,
  documents: FlagText,
  ticketDueDates: FlagText,
  timeZone: v.pipe(
    v.string(),
    v.transform((zone) => (zone === '' ? null : zone)),
    entries.timeZone,
  ),
  quickTicket: v.picklist(['global', 'disabled', 'custom']),
  requestTypeId: IdTextSchema,
  priority: IdTextSchema,
  queueId: IdTextSchema,
  titleEditable: FlagText,
  relatedTickets: entries.relatedTickets,
  twoFactor: entries.twoFactor,
  requestTypes: v.picklist(['all', 'custom']),
  earlyAccess: v.optional(FlagText),
  preventLegacyPortal: v.optional(FlagText),
  firstExperience: v.optional(entries.firstExperience),
});

/** What a posted form sets, or null where it holds values that no widget offers. */
export function changeOfForm(form: FormValues): SomeSettings | null {
  const parsed = v.safeParse(FormSchema, form);
  if (!parsed.success) return null;
  const { quickTicket, requestTypeId, priority, queueId, titleEditable, requestTypes, ...rest } =
    parsed.output;
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  const ownValues = { requestTypeId, priority, queueId, titleEditable };
  return {
    ...Object.fromEntries(known),
    quickTicket: quickTicket === 'custom' ? { mode: quickTicket, ...ownValues } : { mode: quickTicket },
    requestTypes:
      requestTypes === 'custom' ? { mode: requestTypes, ids: chosenTypes(form) } : { mode: requestTypes },
  };
}

function chosenTypes(form: FormValues): number[] {
  return Object.entries(form).flatMap(([name, value]) => {
    const id = /^requestType\.(\d+)$/.exec(name)?.[1];
    return id === undefined || value !== 'true' ? [] : [Number(id)];
  });
}
