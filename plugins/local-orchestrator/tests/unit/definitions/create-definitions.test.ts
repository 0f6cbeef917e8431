import { describe, expect, test } from "vitest";
import { createDefinitions } from "../../../src/definitions/create-definitions.ts";
import { InvalidScheduleError } from "floe-core";
import { product, transform } from "../../support/transform.ts";

const schedule = { cron: "0 6 * * *", timezone: "Europe/Berlin" };

describe("createDefinitions", () => {
  test("gives assets, one job named after the product, and the entry file", () => {
    const definitions = createDefinitions(product([transform("b", ["a"]), transform("a")]), []);
    expect(definitions.assets.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(definitions.jobs).toEqual([{ name: "sales", assets: ["a", "b"] }]);
    expect(definitions.schedules).toEqual([]);
    expect(Object.keys(definitions.files)).toEqual(["sales.artifacts.json"]);
  });

  test("takes the schedule of the platform file", () => {
    expect(createDefinitions(product([], { schedule }), []).schedules).toEqual([{ job: "sales", ...schedule }]);
  });

  test("lets a later schedule of the same job win, and sorts by job", () => {
    const later = { job: "sales", cron: "@hourly", timezone: "UTC" };
    const [audit, tidy] = ["audit", "tidy"].map((job) => ({ job, cron: "@daily", timezone: "UTC" }));
    const { schedules } = createDefinitions(product([], { schedule }), [tidy!, later, audit!]);
    expect(schedules).toEqual([audit, later, tidy]);
  });

  test("refuses a schedule of the platform file that cannot be kept", () => {
    const artifacts = product([], { schedule: { ...schedule, cron: "never" } });
    expect(() => createDefinitions(artifacts, [])).toThrow(InvalidScheduleError);
  });
});
