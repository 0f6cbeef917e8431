const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FIELDS = [
  { name: "minute", max: 59 },
  { name: "hour", max: 23 },
  { name: "day of the month", max: 31 },
  { name: "month", max: 12 },
  { name: "weekday", max: 7 },
] as const;

type Field = (typeof FIELDS)[number];

const VALUE = String.raw`(?:\d+|[a-z]{3})`;
const RANGE = new RegExp(String.raw`^(${VALUE})-(${VALUE})(?:/\d+)?$`, "i");
const ONE_VALUE = new RegExp(`^${VALUE}$`, "i");
const STEP = /^\*\/\d+$/;
/** The second Friday of a month: `fri#2`. */
const COUNTED = new RegExp(`^${VALUE}#[1-5]$`, "i");

/**
 * The first thing in five cron fields that Dagster reads in another way than croner, or not at all, in a few
 * words; undefined if there is nothing. They agree on `*` alone and on lists of values, of ranges whose ends
 * differ, with a step or without, and of `*` with a step; on `?` for either day, and on `L` for the last day of
 * the month. Where one of the two day fields is free, `*` may have a step in the other, and weekdays may be
 * counted, `mon#1`.
 *
 * @param text Five fields that croner accepts.
 */
export function findAmbiguity(text: string): string | undefined {
  const fields = text.split(/\s+/);
  const [, , day = "", , weekday = ""] = fields;
  // What Dagster takes for a day field that says nothing depends on more than its text once there is a step.
  const areDaysBound = !isFree(day) && !isFree(weekday);
  for (const [index, field] of FIELDS.entries()) {
    const written = fields[index] ?? "";
    const isDay = field.name === "day of the month" || field.name === "weekday";
    if (written === "*" || (isDay && written === "?")) continue;
    const items = written.split(",");
    // Beside a plain weekday Dagster refuses a counted one.
    if (field.name === "weekday" && !areDaysBound && items.every((item) => COUNTED.test(item))) continue;
    const item = items.find((one) => !isPlain(one, field) || (isDay && areDaysBound && STEP.test(one)));
    if (item !== undefined) return `not every scheduler reads "${item}" as the ${field.name} in the same way`;
  }
  return undefined;
}

function isFree(day: string): boolean {
  return day === "*" || day === "?";
}

function isPlain(item: string, { name, max }: Field): boolean {
  if (STEP.test(item) || ONE_VALUE.test(item) || (/^l$/i.test(item) && name === "day of the month")) return true;
  const [, low, high] = RANGE.exec(item) ?? [];
  if (low === undefined || high === undefined) return false;
  // To Dagster a range from a value to itself is everything, and croner lets a range with a step end too late.
  return valueOf(low, 0) !== valueOf(high, 7) && valueOf(high, 7) <= max;
}

/** @param sunday The number that Sunday's name stands for: 0 at the start of a range, 7 at its end. */
function valueOf(text: string, sunday: 0 | 7): number {
  const name = text.toLowerCase();
  if (name === "sun") return sunday;
  if (MONTHS.includes(name)) return MONTHS.indexOf(name) + 1;
  return WEEKDAYS.includes(name) ? WEEKDAYS.indexOf(name) : Number(text);
}
