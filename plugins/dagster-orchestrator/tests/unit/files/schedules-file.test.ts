import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DagsterSchedule } from "../../../src/definitions/dagster-document.ts";
import { readSchedules, setSchedule } from "../../../src/files/schedules-file.ts";

const schedule = (job: string, cron = "@daily"): DagsterSchedule => ({ name: `${job}_schedule`, job, cron, timezone: "UTC", status: "STOPPED" });

describe("the file of schedules", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "floe-dagster-"));
    file = path.join(folder, "schedules.json");
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("readSchedules finds none where there is no file", async () => {
    expect(await readSchedules(path.join(folder, "new"))).toEqual([]);
  });

  test("setSchedule creates and replaces by job, and answers with what was there before", async () => {
    const deep = path.join(folder, "new");
    expect(await setSchedule(deep, "b", schedule("b"))).toBeUndefined();
    expect(await setSchedule(deep, "a", schedule("a"))).toBeUndefined();
    expect(await setSchedule(deep, "b", schedule("b", "@hourly"))).toEqual(schedule("b"));
    expect(await readSchedules(deep)).toEqual([schedule("a"), schedule("b", "@hourly")]);
    expect(await readdir(deep)).toEqual(["schedules.json"]);
  });

  test("setSchedule loses none of several changes at once, and goes on after one that failed", async () => {
    await writeFile(file, "mine");
    const failed = setSchedule(folder, "x", schedule("x"));
    await expect(failed).rejects.toMatchObject({ file });
    await rm(file);
    await Promise.all(["c", "a", "b"].map((job) => setSchedule(folder, job, schedule(job))));
    expect((await readSchedules(folder)).map(({ job }) => job)).toEqual(["a", "b", "c"]);
  });

  test("setSchedule undoes a change when it is given its own answer", async () => {
    await setSchedule(folder, "a", schedule("a"));
    const before = await readFile(file, "utf8");
    const [replaced, created] = [await setSchedule(folder, "a", schedule("a", "@hourly")), await setSchedule(folder, "b", schedule("b"))];
    await setSchedule(folder, "b", created);
    await setSchedule(folder, "a", replaced);
    expect(await readFile(file, "utf8")).toBe(before);
  });

  test.each(["", "{", "[]", '{"version":"2.0","schedules":[]}', '{"version":"1.0","schedules":[{"job":"a"}]}'])(
    "refuses a file that holds %j, and loses nothing of it",
    async (text) => {
      await writeFile(file, text);
      const refusal = { code: "FLOE_DAGSTER_CODE_LOCATION", file, message: expect.stringContaining("it does not hold schedules") };
      await expect(readSchedules(folder)).rejects.toMatchObject(refusal);
      await expect(setSchedule(folder, "a", schedule("a"))).rejects.toMatchObject(refusal);
      expect(await readFile(file, "utf8")).toBe(text);
    },
  );

  test("setSchedule reports a folder that cannot be made", async () => {
    await writeFile(path.join(folder, "taken"), "");
    await expect(setSchedule(path.join(folder, "taken"), "a", schedule("a"))).rejects.toMatchObject({ code: "FLOE_DAGSTER_CODE_LOCATION" });
  });
});
