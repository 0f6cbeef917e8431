import { expect, test } from "vitest";
import { readCron } from "../../../src/fakes/read-cron.ts";

test.each(["0 6 * * *", "*/15 0-5 * * *", "0 0 29 2 *", "0 0 1,15 jan mon-fri", "0 0 * dec sun"])("readCron reads %s", (fields) => {
  expect(readCron(fields).nextRun()).not.toBeNull();
});

test.each(["0 0 31 2 *", "0 0 31 4,6 *"])("readCron knows that %s never comes", (fields) => {
  expect(readCron(fields).nextRun()).toBeNull();
});

test.each(["60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "*/0 * * * *", "5-1 * * * *", "every * * * *", "1-2-3 * * * *"])(
  "readCron refuses %s",
  (fields) => {
    expect(() => readCron(fields)).toThrow(RangeError);
  },
);
