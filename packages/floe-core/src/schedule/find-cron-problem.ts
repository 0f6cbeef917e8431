import { reasonOf } from "../errors/plugin-error.ts";
import { findAmbiguity } from "./find-ambiguity.ts";

/** Reads five cron fields, as the caller's own cron library does; throws for what it cannot read. */
export type ReadCron = (fields: string) => { nextRun(): Date | null };

/** The words that stand for five fields, in any case. */
export const CRON_ALIASES: readonly string[] = Object.freeze([
  "@hourly",
  "@daily",
  "@midnight",
  "@weekly",
  "@monthly",
  "@yearly",
  "@annually",
]);

/**
 * What is wrong with a trimmed cron expression, in a few words; undefined if it can be kept: five fields (minute,
 * hour, day of the month, month, weekday) or an alias, written so that every orchestrator reads the same times in
 * it. A platform and its orchestrators ask here, so that a schedule is good at all of them or at none.
 *
 * @param readCron By croner, with which the rules were compared: `(fields) => new Cron(fields, { mode: "5-part" })`.
 * @example
 * ```ts
 * import { findCronProblem } from "floe-core";
 *
 * // In earnest, a cron library.
 * const readCron = () => ({ nextRun: () => new Date() });
 * console.log(findCronProblem("0 6 * * mon-fri", readCron)); // undefined
 * console.log(findCronProblem("0 6 * *", readCron)); // it has 4 fields instead of five
 * ```
 */
export function findCronProblem(cron: string, readCron: ReadCron): string | undefined {
  if (cron.startsWith("@")) return CRON_ALIASES.includes(cron.toLowerCase()) ? undefined : "there is no such alias";
  const fields = cron === "" ? [] : cron.split(/\s+/);
  // Counted here because a library may also take a date, which is one field and comes round once.
  if (fields.length !== 5) return `it has ${fields.length} ${fields.length === 1 ? "field" : "fields"} instead of five`;
  try {
    const [, , day, month] = fields;
    readCron(cron);
    // Judged without the weekday, beside which croner would not mind a 31st of February, but others would.
    const comes = readCron(`0 0 ${day} ${month} *`).nextRun() !== null;
    return findAmbiguity(cron) ?? (comes ? undefined : "there is no such day of the month");
  } catch (error) {
    return reasonOf(error).replace(/^CronPattern: /, "");
  }
}
