import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { startChild } from "../support/child.ts";
import { startBuilt } from "../support/start-built.ts";
import { tempFolder } from "../support/temp-folder.ts";

const size = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

describe("a process that is killed", () => {
  test.each([
    ["table", "table"],
    ["incremental", "table"],
    ["table", "view"],
  ])("while it makes a new %s in place of a %s leaves the old", async (materialization, before) => {
    const file = path.join(await tempFolder(), "a.db");
    const child = startChild("materialize-forever.mjs", file, materialization, before);
    expect(await child.next()).toBe("old");
    // Data of the new version is on the disk by then, and much of it still to come.
    await vi.waitUntil(() => size(file) > 8_000_000, { timeout: 60_000, interval: 20 });
    child.process.kill("SIGKILL");
    expect(await child.ended).toBe("SIGKILL");
    const plugin = startBuilt({ path: file });
    expect(await plugin.validateConnection()).toMatchObject({ status: "healthy" });
    const session = await plugin.openSession();
    expect(await session.query("FROM x ORDER BY n")).toEqual([{ n: 0n }, { n: 1n }, { n: 2n }]);
    await session.materialize({ name: "x", sql: "SELECT 7 AS n", materialization: "table" });
    expect(await session.query("FROM x")).toEqual([{ n: 7 }]);
  });

  test("right after materialize has answered leaves the new", async () => {
    const file = path.join(await tempFolder(), "a.db");
    expect(await startChild("materialize-and-die.mjs", file).ended).toBe("SIGKILL");
    const session = await startBuilt({ path: file }).openSession();
    expect(await session.query("SELECT count(*) AS n FROM x")).toEqual([{ n: 200_000n }]);
  });
});
