import * as v from 'valibot';
import { IdSchema } from './ids.js';

/** A value of one of the PSA's pick lists of tickets. One that was deactivated can still be set somewhere. */
export const TicketOptionSchema = v.object({ value: IdSchema, label: v.string(), isActive: v.boolean() });
export type TicketOption = v.InferOutput<typeof TicketOptionSchema>;

/** S10: what the numbers in `QuickTicketValues` are called, deactivated ones too; both in the PSA's order. */
export const TicketOptionsSchema = v.object({
  priorities: v.array(TicketOptionSchema),
  queues: v.array(TicketOptionSchema),
});
export type TicketOptions = v.InferOutput<typeof TicketOptionsSchema>;
