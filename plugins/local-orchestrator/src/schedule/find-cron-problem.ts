import { Cron } from "croner";
import { reasonOf } from "floe-core";
import { findAmbiguity } from "./find-ambiguity.ts";

/** The words that stand for five fields, in any case. */
const ALIASES: readonly string[] = ["@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually"];

/**
 * What is wrong with a trimmed cron expression, in a few words; undefined if it can be kept: five fields or an alias,
 * written so that every orchestrator reads the same times in it.
 *
 * This, `findAmbiguity` and `findTimeZone` repeat rules of the platform, which a plugin cannot import. A simpler
 * subset would refuse schedules that the platform has accepted, and anything wider would keep one here that it
 * refuses in the platform file: one and the same schedule has to be good at both places or at neither.
 */
export function findCronProblem(cron: string): string | undefined {
  if (cron.startsWith("@")) return ALIASES.includes(cron.toLowerCase()) ? undefined : "there is no such alias";
  const fields = cron === "" ? [] : cron.split(/\s+/);
  // Counted here because croner would also take a date, which is one field and comes round once.
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

/** The time zone decides when a time comes, not whether it can be read. */
function readCron(cron: string): Cron {
  return new Cron(cron, { mode: "5-part", timezone: "UTC" });
}
