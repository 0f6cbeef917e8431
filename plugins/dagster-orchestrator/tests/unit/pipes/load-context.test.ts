import path from "node:path";
import { describe, expect, test } from "vitest";
import { loadContext } from "../../../src/pipes/load-context.ts";
import { context } from "../../support/pipes.ts";
import { tempFolder } from "../../support/temp-folder.ts";

describe("loadContext", () => {
  test("reads the context from a file", async () => {
    const folder = await tempFolder({ context: JSON.stringify({ ...context, job_name: null }) });
    expect(await loadContext({ path: path.join(folder, "context") })).toEqual(context);
  });

  test("reads the context from the parameters", async () => {
    expect(await loadContext({ data: { ...context, asset_keys: null } })).toEqual({ ...context, asset_keys: null });
  });

  test("refuses other places by their keys, without their values, and names what it can read", async () => {
    const error = { message: expect.stringMatching(/told by bucket, token$/) as string, hint: expect.stringContaining("PipesEnvContextInjector") as string };
    await expect(loadContext({ bucket: "b", token: "hidden" })).rejects.toMatchObject({ code: "FLOE_DAGSTER_PIPES", ...error });
  });

  test("refuses a file that is not there", async () => {
    const file = path.join(await tempFolder(), "gone");
    await expect(loadContext({ path: file })).rejects.toThrow(/^Cannot use the Pipes context: ENOENT/);
  });

  test("refuses a context that lacks the run", async () => {
    await expect(loadContext({ data: { asset_keys: [] } })).rejects.toThrow(/run_id/);
  });
});
