import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { filesOf, readVariables } from "../../src/read-variables.ts";
import { secretsPlace } from "../support/secrets-place.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("readVariables", () => {
  test("lets the environment win over files and an earlier file over a later one", async () => {
    vi.stubEnv("FLOE_TEST_A", "environment");
    vi.stubEnv("FLOE_TEST_", "no name is left");
    const { all, files, environment } = await readVariables(
      await secretsPlace({ "1.env": "A=1\nB=1\n", "2.env": "A=2\nB=2\nC=2\n", "3.env": null }),
    );
    expect(Object.fromEntries(all)).toEqual({ A: "environment", B: "1", C: "2" });
    expect(Object.fromEntries(files)).toEqual({ A: "1", B: "1", C: "2" });
    expect(Object.fromEntries(environment)).toEqual({ A: "environment" });
  });

  test("takes every environment variable without a prefix, and an empty one as it is", async () => {
    vi.stubEnv("FLOE_TEST_A", "");
    const { environment } = await readVariables(await secretsPlace({}, ""));
    expect(environment.get("FLOE_TEST_A")).toBe("");
    expect(environment.get("PATH")).toBe(process.env["PATH"]);
  });

  test("reads anew on each call", async () => {
    const place = await secretsPlace({ ".env": "A=old\n" });
    expect((await readVariables(place)).all.get("A")).toBe("old");
    await writeFile(path.join(place.baseDir, ".env"), "A=new\n");
    expect((await readVariables(place)).all.get("A")).toBe("new");
  });

  test("leaves the environment of the process alone", async () => {
    const before = { ...process.env };
    await readVariables(await secretsPlace({ ".env": "FLOE_TEST_A=1\nPATH=2\n" }));
    expect({ ...process.env }).toEqual(before);
  });

  test.each([{ ".env": "" }, {}])("rejects with the signal's reason, with the files %j", async (files) => {
    const place = await secretsPlace(files);
    await expect(readVariables(place, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  });
});

describe("filesOf", () => {
  test("starts relative paths from the base folder and keeps absolute ones", () => {
    const files = [
      { path: "a/.env", optional: false },
      { path: path.resolve("/b/.env"), optional: true },
    ];
    expect(filesOf({ baseDir: path.resolve("/base"), config: { prefix: "", files } })).toEqual([
      { path: path.resolve("/base/a/.env"), optional: false },
      { path: path.resolve("/b/.env"), optional: true },
    ]);
  });
});
