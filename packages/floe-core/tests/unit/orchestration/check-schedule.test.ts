import { expect, test } from "vitest";
import { checkSchedule } from "../../../src/orchestration/check-schedule.ts";

test("checkSchedule asks the engine about the trimmed expression, and answers with a frozen schedule", () => {
  const asked: string[] = [];
  const schedule = checkSchedule({ job: "shop", cron: " 0 6 * * * ", timezone: "Europe/Berlin" }, (cron) => void asked.push(cron));
  expect(schedule).toEqual({ job: "shop", cron: "0 6 * * *", timezone: "Europe/Berlin" });
  expect(Object.isFrozen(schedule)).toBe(true);
  expect(asked).toEqual(["0 6 * * *"]);
});

test("checkSchedule lists everything wrong at once", () => {
  const check = (): unknown => checkSchedule({ job: " ", cron: "never", timezone: "Europe/Berln" }, () => "it is none");
  expect(check).toThrow(
    expect.objectContaining({
      problems: [
        "the job has no name",
        '"never" is not a cron expression: it is none',
        '"Europe/Berln" is not an IANA time zone (did you mean "Europe/Berlin"?)',
      ],
    }),
  );
});
