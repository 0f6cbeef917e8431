import { Cron } from "croner";
import { findCronProblem } from "floe-core";

/**
 * The times that a cron expression names in a time zone: five fields (minute, hour, day of the month, month,
 * weekday) or an alias, written so that croner and Dagster agree on it (see `findCronProblem` of floe-core). Where both day
 * fields are restricted, either is enough.
 *
 * When the clocks change, an expression with `*` or a step as its minute or hour follows the clock on the wall: it
 * leaves out what does not exist and comes at both of the times that there are twice. Any other comes once: at the
 * end of the gap, at the first of two.
 *
 * @param timezone An IANA time zone.
 * @throws An Error that says in a few words what is wrong.
 */
export function parseCron(expression: string, timezone: string): Cron {
  const text = expression.trim();
  const readCron = (fields: string): Cron => new Cron(fields, { mode: "5-part", timezone, fixedTimeRule: "no-wildcard" });
  const problem = findCronProblem(text, readCron);
  if (problem !== undefined) throw new Error(problem);
  return readCron(text);
}
