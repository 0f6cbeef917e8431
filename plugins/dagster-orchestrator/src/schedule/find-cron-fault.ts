import { expandCronField, type CronField } from "./expand-cron-field.ts";

const NAMES = (names: string, first: number): ReadonlyMap<string, number> =>
  new Map(names.split(" ").map((name, index) => [name, first + index]));

const FIELDS: readonly CronField[] = [
  { name: "minute", min: 0, max: 59, names: new Map(), isDay: false },
  { name: "hour", min: 0, max: 23, names: new Map(), isDay: false },
  { name: "day of the month", min: 1, max: 31, names: new Map(), isDay: true },
  { name: "month", min: 1, max: 12, names: NAMES("jan feb mar apr may jun jul aug sep oct nov dec", 1), isDay: false },
  { name: "weekday", min: 0, max: 6, names: NAMES("sun mon tue wed thu fri sat", 0), isDay: true },
];

/** The words that Dagster takes for five fields, in any case. */
const ALIASES = new Set(["@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually"]);

/**
 * Why Dagster refuses a trimmed cron expression, in a few words; undefined if it takes it.
 *
 * Dagster's rules are those of the croniter that it ships, narrowed to five fields. No library for JavaScript has them:
 * each refuses ranges that wrap around, `5/15` or `l5`, and takes other things that break a code location when it
 * loads. Only `r`, a random time, is refused here and taken there: nobody could say when it comes.
 */
export function findCronFault(cron: string): string | undefined {
  const text = cron.toLowerCase();
  if (text.startsWith("@")) return ALIASES.has(text) ? undefined : "there is no such alias";
  const fields = text === "" ? [] : text.split(/\s+/);
  if (fields.length !== FIELDS.length) return `it has ${fields.length} ${fields.length === 1 ? "field" : "fields"} instead of five`;
  const expanded: (readonly number[])[] = [];
  for (const [index, field] of FIELDS.entries()) {
    const answer = expandCronField(fields[index] ?? "", field);
    if ("fault" in answer) return `${answer.fault} as the ${field.name}`;
    expanded.push(answer.isFree ? [] : answer.values);
  }
  const [, , days = [], months = []] = expanded;
  const comes = !(months.join() === "2" && (days.join() === "30" || days.join() === "31"));
  return comes ? undefined : "there is no such day of the month";
}
