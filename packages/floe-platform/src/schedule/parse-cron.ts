import { Cron } from "croner";
import { reasonOf } from "floe-core";
import { findAmbiguity } from "./find-ambiguity.ts";

/** The words that stand for five fields, in any case. */
export const CRON_ALIASES: readonly string[] = [
  "@hourly",
  "@daily",
  "@midnight",
  "@weekly",
  "@monthly",
  "@yearly",
  "@annually",
];

/**
 * The times that a cron expression names in a time zone: five fields (minute, hour, day of the month, month,
 * weekday) or an alias, written so that croner and Dagster agree on it (see `findAmbiguity`). Where both day
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
  const isAlias = text.startsWith("@");
  const problem = isAlias ? problemOfAlias(text) : problemOfCount(text);
  if (problem !== undefined) throw new Error(problem);
  const cron = readCron(text, timezone);
  const trouble = isAlias ? undefined : (findAmbiguity(text) ?? problemOfDate(text));
  if (trouble !== undefined) throw new Error(trouble);
  return cron;
}

function problemOfAlias(text: string): string | undefined {
  return CRON_ALIASES.includes(text.toLowerCase()) ? undefined : "there is no such alias";
}

/** Counted here because croner would also take a date, which is one field and comes round once. */
function problemOfCount(text: string): string | undefined {
  const count = text === "" ? 0 : text.split(/\s+/).length;
  return count === 5 ? undefined : `it has ${count} ${count === 1 ? "field" : "fields"} instead of five`;
}

/** Judged without the weekday, beside which croner would not mind a 31st of February, but Dagster would. */
function problemOfDate(text: string): string | undefined {
  const [, , day, month] = text.split(/\s+/);
  return readCron(`0 0 ${day} ${month} *`, "UTC").nextRun() === null ? "there is no such day of the month" : undefined;
}

function readCron(text: string, timezone: string): Cron {
  try {
    return new Cron(text, { mode: "5-part", timezone, fixedTimeRule: "no-wildcard" });
  } catch (error) {
    throw new Error(reasonOf(error).replace(/^CronPattern: /, ""), { cause: error });
  }
}
