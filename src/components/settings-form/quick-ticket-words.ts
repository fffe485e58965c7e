import { msg, str } from '@lit/localize';
import type { QuickTicketValues, RequestType, TicketOption, TicketOptions } from '../../model/index.js';

/** What the numbers in a quick ticket's values are called. undefined = this backend cannot tell. */
export interface QuickTicketLists {
  readonly requestTypes: readonly RequestType[] | undefined;
  readonly ticketOptions: TicketOptions | undefined;
}

/** "Incident, priority Medium, queue Client Portal, title can be edited"; a number where it has no name. */
export function quickTicketValuesInWords(
  values: QuickTicketValues,
  { requestTypes, ticketOptions }: QuickTicketLists,
): string {
  const type = requestTypes?.find(({ id }) => id === values.requestTypeId)?.name;
  const priority = optionInWords(values.priority, ticketOptions?.priorities);
  const queue = optionInWords(values.queueId, ticketOptions?.queues);
  return [
    type ?? msg(str`request type ${values.requestTypeId}`),
    msg(str`priority ${priority}`),
    msg(str`queue ${queue}`),
    values.titleEditable ? msg('title can be edited') : msg('title is fixed'),
  ].join(', ');
}

function optionInWords(value: number, options: readonly TicketOption[] | undefined): string {
  if (options === undefined) return String(value);
  return options.find((option) => option.value === value)?.label ?? msg(str`${value} (unknown)`);
}

/** What values start from where there are none yet; undefined where no type can be offered. */
export function firstQuickTicket({
  requestTypes,
  ticketOptions,
}: QuickTicketLists): QuickTicketValues | undefined {
  const type = requestTypes?.find(({ isActive }) => isActive);
  const first = (options: readonly TicketOption[] = []): number =>
    options.find(({ isActive }) => isActive)?.value ?? 1;
  return (
    type && {
      requestTypeId: type.id,
      priority: first(ticketOptions?.priorities),
      queueId: first(ticketOptions?.queues),
      titleEditable: true,
    }
  );
}
