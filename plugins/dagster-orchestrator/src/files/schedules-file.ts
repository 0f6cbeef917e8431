import { mkdir } from "node:fs/promises";
import path from "node:path";
import { canonicalJson, reasonOf } from "floe-core";
import { z } from "zod";
import type { DagsterSchedule } from "../definitions/dagster-document.ts";
import { CodeLocationError } from "../errors/code-location-error.ts";
import { readOwnFile } from "./read-own-file.ts";
import { replaceFile } from "./replace-file.ts";

const NAME = "schedules.json";

const schedulesSchema = z.strictObject({
  version: z.literal("1.0"),
  schedules: z.array(
    z.strictObject({
      name: z.string(),
      job: z.string(),
      cron: z.string(),
      timezone: z.string(),
      status: z.enum(["STOPPED", "RUNNING"]),
    }),
  ),
});

/**
 * The schedules that were set later, sorted by job; none if there is no file.
 *
 * @throws CodeLocationError if the file cannot be read, or holds something else.
 */
export async function readSchedules(folder: string): Promise<readonly DagsterSchedule[]> {
  const file = path.resolve(folder, NAME);
  const text = await readOwnFile(file);
  if (text === undefined) return [];
  try {
    return schedulesSchema.parse(JSON.parse(text)).schedules;
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error).replaceAll("\n", " ") : reasonOf(error);
    const hint = "Correct the file, or move it away and set the schedules again.";
    throw new CodeLocationError({ verb: "read", file, reason: `it does not hold schedules: ${reason}`, hint, cause: error });
  }
}

/** The last change of each file that is on its way: two at once would each keep what they read, and one be lost. */
const changes = new Map<string, Promise<unknown>>();

/**
 * Creates or replaces the schedule of a job, or removes it, and resolves with the one that was there before: given
 * back to this function, it undoes the change. Changes of one file wait for each other, within this process.
 *
 * @param schedule Undefined removes the schedule.
 * @throws CodeLocationError if the file holds something else, which is left as it is, or cannot be written.
 */
export async function setSchedule(
  folder: string,
  job: string,
  schedule: DagsterSchedule | undefined,
): Promise<DagsterSchedule | undefined> {
  const file = path.resolve(folder, NAME);
  const change = (changes.get(file) ?? Promise.resolve()).then(() => changeSchedule(file, job, schedule));
  // The next change waits for the end of this one, however it ends; whoever asked for this one hears of it.
  const settled = change.then(
    () => undefined,
    () => undefined,
  );
  changes.set(file, settled);
  try {
    return await change;
  } finally {
    if (changes.get(file) === settled) changes.delete(file);
  }
}

async function changeSchedule(
  file: string,
  job: string,
  schedule: DagsterSchedule | undefined,
): Promise<DagsterSchedule | undefined> {
  const before = await readSchedules(path.dirname(file));
  const others = before.filter((one) => one.job !== job);
  const schedules = [...others, ...(schedule === undefined ? [] : [schedule])].sort((a, b) => (a.job < b.job ? -1 : 1));
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await replaceFile(file, `${canonicalJson({ version: "1.0", schedules }, 2)}\n`);
  } catch (error) {
    const hint = "Name a folder that this process may write to.";
    throw new CodeLocationError({ verb: "write", file, reason: reasonOf(error), hint, cause: error });
  }
  return before.find((one) => one.job === job);
}
