/** A value of a pick list of formats. */
export interface Format {
  readonly value: number;
  readonly label: string;
}

/** The labels are the vendor's, in its order; counting the values from 1 is this sandbox's guess. */
const numbered = (labels: readonly string[]): readonly Format[] =>
  labels.map((label, index) => ({ value: index + 1, label }));

const dateOrders = ['MM/dd/yyyy', 'MM/dd/yy', 'dd/MM/yyyy', 'dd/MM/yy', 'yyyy/MM/dd', 'yy/MM/dd'];

/** How dates, times and numbers can look to a portal user. */
export const formats = {
  dateFormat: numbered(
    ['/', '-', '.'].flatMap((separator) => dateOrders.map((order) => order.replaceAll('/', separator))),
  ),
  timeFormat: numbered(['hh:mm tt', 'h:mm tt', 'HH:mm']),
  numberFormat: numbered(['X,XXX.XX', 'X.XXX,XX']),
} as const;
