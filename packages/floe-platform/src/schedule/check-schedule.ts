import { CRON_ALIASES, findTimeZone, nearest, reasonOf } from "floe-core";
import type { ShapeReader } from "../product/shape-reader.ts";
import { parseCron } from "./parse-cron.ts";

/**
 * Reports a cron expression or a time zone that cannot be scheduled by. What passes means the same to `serve` and
 * to Dagster, but for the hours in which clocks change.
 */
export function checkSchedule(reader: ShapeReader, { cron, timezone }: { cron: string; timezone: string }): void {
  const zone = findTimeZone(timezone);
  const reason = cronProblem(cron, zone.isValid ? timezone : "UTC");
  if (reason !== undefined) {
    reader.report(["schedule", "cron"], {
      code: "cron_invalid",
      message: `"${cron}" is not a cron expression: ${reason}`,
      expected: 'five fields, for example "0 6 * * *", or an alias such as @daily',
      found: `"${cron}"`,
      nearest: cron.trim().startsWith("@") ? nearest(cron.trim(), CRON_ALIASES) : undefined,
    });
  }
  if (!zone.isValid) {
    reader.report(["schedule", "timezone"], {
      code: "timezone_invalid",
      message: `"${timezone}" is not a time zone`,
      expected: "an IANA time zone, for example Europe/Berlin",
      found: `"${timezone}"`,
      nearest: zone.nearest,
    });
  }
}

function cronProblem(cron: string, timezone: string): string | undefined {
  try {
    parseCron(cron, timezone);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
