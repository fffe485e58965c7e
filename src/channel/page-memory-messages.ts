import * as v from 'valibot';
import { CompanyNewsSchema, PageChoicesSchema } from '../contract/index.js';
import { IdSchema, InstantSchema } from '../model/index.js';

/** The messages about what the company's page remembers of its user. */
export const pageMemoryMessages = {
  'company-news': {
    from: ['content'],
    request: v.strictObject({ companyId: IdSchema }),
    answer: CompanyNewsSchema,
  },
  'mark-company-seen': {
    from: ['content'],
    request: v.strictObject({ companyId: IdSchema, until: InstantSchema }),
    answer: v.null(),
  },
  'page-choices': { from: ['content'], request: v.strictObject({}), answer: PageChoicesSchema },
  'set-page-choices': { from: ['content'], request: PageChoicesSchema, answer: v.null() },
  /** The visits of all companies, and the choices. */
  'forget-page-memory': { from: ['page'], request: v.strictObject({}), answer: v.null() },
} as const;
