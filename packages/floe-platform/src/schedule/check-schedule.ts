import { Cron } from "croner";
import { nearest } from "floe-core";
import { reasonOf } from "../problems/reason-of.ts";
import type { ShapeReader } from "../product/shape-reader.ts";

/** Five fields, or an alias such as `@daily`: no seconds, no years. */
const CRON = /^(@[a-z]+|\S+(\s+\S+){4})$/;

/** Reports a cron expression or a time zone that cannot be scheduled by. */
export function checkSchedule(reader: ShapeReader, schedule: { cron: string; timezone: string }): void {
  const reason = cronProblem(schedule.cron.trim());
  if (reason !== undefined) {
    reader.report(["schedule", "cron"], {
      code: "cron_invalid",
      message: `"${schedule.cron}" is not a cron expression: ${reason}`,
      expected: 'five fields, for example "0 6 * * *", or an alias such as @daily',
      found: `"${schedule.cron}"`,
    });
  }
  if (!isTimeZone(schedule.timezone)) {
    reader.report(["schedule", "timezone"], {
      code: "timezone_invalid",
      message: `"${schedule.timezone}" is not a time zone`,
      expected: "an IANA time zone, for example Europe/Berlin",
      found: `"${schedule.timezone}"`,
      nearest: nearest(schedule.timezone, Intl.supportedValuesOf("timeZone")),
    });
  }
}

function cronProblem(cron: string): string | undefined {
  if (!CRON.test(cron)) return "it does not have five fields";
  try {
    return new Cron(cron).nextRun() === null ? "it never comes true" : undefined;
  } catch (error) {
    return reasonOf(error).replace(/^CronPattern: /, "");
  }
}

function isTimeZone(name: string): boolean {
  try {
    // An offset such as +01:00 is accepted by Intl and is no time zone: it knows no summer time.
    return new Intl.DateTimeFormat("en", { timeZone: name }) instanceof Intl.DateTimeFormat && !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
