/** The least and the greatest value of each field. */
const LIMITS = [[0, 59], [0, 23], [1, 31], [1, 12], [0, 7]] as const;

const NAMES = "jan feb mar apr may jun jul aug sep oct nov dec sun mon tue wed thu fri sat".split(" ");

/** The most days that a month can have. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads five cron fields of plain values, lists, ranges and steps, well enough for a fake that has no cron library.
 *
 * @throws RangeError for what it cannot read.
 */
export function readCron(fields: string): { nextRun(): Date | null } {
  const values = fields.split(/\s+/).map((field, index) => valuesOf(field, LIMITS[index] ?? [0, 0]));
  const [, , days = [], months = []] = values;
  const comes = months.some((month) => days.some((day) => day <= (DAYS[month - 1] ?? 0)));
  return { nextRun: () => (comes ? new Date() : null) };
}

function valuesOf(field: string, [least, greatest]: readonly [number, number]): readonly number[] {
  return field.split(",").flatMap((item) => {
    const [, low, high, step = "1"] = /^(?:\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(item) ?? refuse(item);
    const first = low === undefined ? least : numberOf(low);
    const last = high === undefined ? (low === undefined ? greatest : first) : numberOf(high);
    if (!(first >= least && last <= greatest && first <= last && Number(step) > 0)) refuse(item);
    return Array.from({ length: Math.floor((last - first) / Number(step)) + 1 }, (_, index) => first + index * Number(step));
  });
}

function numberOf(text: string): number {
  const index = NAMES.indexOf(text.toLowerCase());
  if (index === -1) return Number(text);
  return index < 12 ? index + 1 : index - 12;
}

function refuse(item: string): never {
  throw new RangeError(`there is no "${item}"`);
}
