import { execa } from "execa";
import fc from "fast-check";
import path from "node:path";
import { describe, expect, inject, test } from "vitest";
import { findCronFault } from "../../src/schedule/find-cron-fault.ts";

/*
 * Which cron expressions we take, compared with the installed Dagster. There is one difference on purpose: `r`, a
 * random time, which Dagster takes and we refuse.
 */

const TAKEN = [
  "@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually", "@Daily",
  "* * * * *", "0 6 * * *", "0  6 *  * *", "*/15 * * * *", "5/15 * * * *", "*/90 * * * *", "30-10 * * * *", "0,30 8-18/2 * * *",
  "0 0 1 jan *", "0 0 1 JAN-mar *", "0 0 1 dec-feb/2 *", "0 0 * * mon-fri", "0 0 * * fri-mon", "0 0 * * sun", "0 0 * * 7", "0 0 * * 5-7",
  "0 0 ? * *", "0 0 * * ?", "0 0 l * *", "0 0 L * *", "0 0 20-l * *", "0 0 1,l * *", "0 0 * * mon#1", "0 0 * * mon-fri#1", "0 0 * * L5",
  "0 0 * * 7#2", "0 0 29 2 *", "0 0 30,31 2 *", "0 0 30 2,3 *", "0 0 5-0 * *", "0 0 0-0 * *", "0 0 31 4 *", "0 0 * * mon#1,*", "0 0 * * mon#1,sun-sat",
];

const REFUSED = [
  "", "@reboot", "@every 1h", "* * * *", "0 0 6 * * *", "0 0 6 * * * 2026", "60 * * * *", "0 24 * * *", "0 0 0 * *", "0 0 32 * *",
  "0 0 * 0 *", "0 0 * 13 *", "0 0 * * 8", "*/0 * * * *", "5-5/0 * * * *", "-5 * * * *", "1, * * * *", "5- * * * *", "1-5-7 * * * *", "/5 * * * *",
  "1-5/ * * * *", "*-5 * * * *", "*/5/5 * * * *", "? * * * *", "0 0 ?/2 * *", "0 0 l-3 * *", "0 0 L-3 * *", "0 0 15W * *", "0 0 * * l", "0 0 * * l8",
  "0 0 * * mon#0", "0 0 * * mon#6", "0 0 * * mon#1,tue", "0 0 * * l5,mon", "0 0 * * mon#1,*,sun-sat", "0 0 * * 1-5#2", "0 0 * * foo", "jan * * * *", "0 0 * mon *",
  "H * * * *", "h(0-5) * * * *", "every day", "0 0 30 2 *", "0 0 31 2 *", "0 0 31 feb *", "0 0 30/5 2 *", "0 0 31 2/12 *", "0-60 * * * *", "0 0 0-5 * *",
];

const RANDOM = ["r * * * *", "R * * * *", "r(0-5) * * * *", "0 r/5 * * *", "0 r(0-5)/2 * * *"];

const number = fc.nat({ max: 63 }).map(String);
const name = fc.constantFrom("jan", "dec", "sun", "fri", "sat", "l", "MON", "feb", "h", "x");
const value = fc.oneof({ weight: 6, arbitrary: number }, { weight: 2, arbitrary: fc.nat({ max: 7 }).map(String) }, { weight: 3, arbitrary: name });
const step = fc.oneof({ weight: 4, arbitrary: fc.constant("") }, fc.nat({ max: 40 }).map((by) => `/${by}`));
const item = fc.oneof(
  { weight: 3, arbitrary: fc.constant("*") },
  { weight: 1, arbitrary: fc.constantFrom("?", "", "l", "L", "-", "/", "#") },
  { weight: 4, arbitrary: fc.tuple(value, step).map(([one, by]) => one + by) },
  { weight: 2, arbitrary: step.map((by) => `*${by}`) },
  { weight: 5, arbitrary: fc.tuple(value, value, step).map(([low, high, by]) => `${low}-${high}${by}`) },
  { weight: 2, arbitrary: fc.tuple(value, fc.nat({ max: 6 })).map(([day, count]) => `${day}#${count}`) },
  { weight: 1, arbitrary: fc.tuple(name, name, fc.nat({ max: 6 })).map(([low, high, count]) => `${low}-${high}#${count}`) },
  { weight: 1, arbitrary: fc.nat({ max: 9 }).map((day) => `l${day}`) },
);
const field = fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(","));
const weekday = fc.array(fc.oneof(item, fc.constantFrom("mon#1", "sun-sat", "fri#2", "*", "l5", "tue", "1-5")), { minLength: 1, maxLength: 3 });
const easy: fc.Arbitrary<string> = fc.constantFrom("*", "0", "5");
// Few expressions would be good ones if all five fields were as odd as can be: one or two at a time are.
const expression = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.array(easy, { minLength: 5, maxLength: 5 }), fc.nat({ max: 4 }), field).map(([fields, at, odd]) => fields.toSpliced(at, 1, odd)) },
  { weight: 4, arbitrary: weekday.map((items) => ["0", "0", "*", "*", items.join(",")]) },
  { weight: 4, arbitrary: fc.tuple(field, fc.constantFrom("2", "feb", "2,2", "2/12", "*", "2-3")).map(([day, month]) => ["0", "0", day, month, "*"]) },
  { weight: 1, arbitrary: fc.array(field, { minLength: 3, maxLength: 7 }) },
).map((fields) => fields.join(" "));

/** What Dagster says of each. */
async function askDagster(bin: string, crons: readonly string[]): Promise<readonly boolean[]> {
  const code = "import json, sys\nfrom dagster._utils.schedules import is_valid_cron_schedule\nprint(json.dumps([is_valid_cron_schedule(cron) for cron in json.load(sys.stdin)]))";
  const { stdout } = await execa(path.join(bin, "python"), ["-c", code], { input: JSON.stringify(crons), env: { DAGSTER_DISABLE_TELEMETRY: "yes" }, timeout: 120_000 });
  return JSON.parse(stdout) as readonly boolean[];
}

describe("findCronFault", () => {
  test("takes and refuses what the installed Dagster does, of what is written out here", async ({ skip }) => {
    const python = inject("python");
    if ("reason" in python) return void skip(python.reason);
    const crons = [...TAKEN, ...REFUSED];
    const answers = await askDagster(python.bin, crons);
    expect(crons.filter((_, index) => answers[index])).toEqual(TAKEN);
    expect(crons.filter((cron) => findCronFault(cron) === undefined)).toEqual(TAKEN);
  });

  test("takes and refuses what the installed Dagster does, of thousands made at random", async ({ skip }) => {
    const python = inject("python");
    if ("reason" in python) return void skip(python.reason);
    const crons = fc.sample(expression, { numRuns: 6000, seed: 20_261_127 });
    const answers = await askDagster(python.bin, crons);
    const taken = crons.filter((_, index) => answers[index]);
    // Enough of both, or the comparison would say little.
    expect(taken.length).toBeGreaterThan(1200);
    expect(crons.length - taken.length).toBeGreaterThan(1200);
    expect(crons.filter((cron) => findCronFault(cron) === undefined)).toEqual(taken);
  });

  test("refuses random times, which the installed Dagster takes", async ({ skip }) => {
    const python = inject("python");
    if ("reason" in python) return void skip(python.reason);
    expect(await askDagster(python.bin, RANDOM)).toEqual(RANDOM.map(() => true));
    expect(RANDOM.filter((cron) => findCronFault(cron) === undefined)).toEqual([]);
  });
});
