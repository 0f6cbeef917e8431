import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { tryPackage } from "../../../../src/contract/package/try-package.ts";
import { createTempProject, type TempProject } from "../../../../src/temp-project/create-temp-project.ts";
import { pluginPackage } from "../../../../src/temp-project/plugin-package.ts";

const CHILD = `
const send = (message) => process.send(message);
send({ kind: "outcome", outcome: { clause: "identity/name", title: "t", result: "kept", reason: "", durationMs: 1 } });
send({ kind: "done" });
`;
const limits = { silenceMs: 10_000, clauseMs: 10_000, endMs: 10_000 };

function project(manifest: object = {}): TempProject {
  const made = createTempProject({
    packages: { mine: pluginPackage({ type: "floe.dbt", name: "mine", package: { manifest: { ...manifest } } }) },
    files: { "child.mjs": CHILD, "hanging.mjs": "setInterval(() => {}, 1000);\nprocess.send({ kind: 'alive' });" },
  });
  // What is written meanwhile is written here, so that it can be seen to be gone.
  mkdirSync(join(made.path, "tmp"));
  vi.stubEnv("TMPDIR", join(made.path, "tmp"));
  return made;
}

/** What was written and not removed; the cache of compiled modules is npm's own, which newer Nodes let it have. */
function leftIn({ path }: TempProject): readonly string[] {
  return readdirSync(join(path, "tmp")).filter((name) => name !== "node-compile-cache");
}

describe("tryPackage", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("tryPackage tries the package and each plugin, tells of each clause, and leaves nothing", async () => {
    using one = project({ floeContract: { package: { skip: { "package/exports-agree": "declared" } } } });
    const told: string[] = [];
    const report = await tryPackage(
      one.packagePath("mine"),
      { onOutcome: ({ clause }, plugin) => told.push(`${plugin ?? ""} ${clause}`) },
      { module: pathToFileURL(join(one.path, "child.mjs")), limits },
    );
    expect(report).toMatchObject({ ok: true, package: { name: "mine", version: "1.0.0" }, plugins: [{ plugin: "floe.dbt:mine", ok: true }] });
    expect(report.clauses.map(({ clause, result }) => [clause, result])).toEqual([
      ["package/packs", "kept"],
      ["package/has-its-files", "kept"],
      ["package/exports-agree", "skipped"],
      ["package/declares-floe-core", "kept"],
      ["package/declares-what-it-imports", "kept"],
      ["package/is-discovered", "kept"],
    ]);
    expect(told[0]).toBe(" package/packs");
    expect(told.filter((line) => line === "floe.dbt:mine identity/name")).toHaveLength(1);
    expect(leftIn(one)).toEqual([]);
  }, 30_000);

  test("tryPackage gives up at its signal, and leaves nothing", async () => {
    using one = project();
    const controller = new AbortController();
    const options = {
      signal: controller.signal,
      onOutcome: ({ clause }: { readonly clause: string }) => {
        if (clause === "package/is-discovered") controller.abort(new Error("enough"));
      },
    };
    const parts = { module: pathToFileURL(join(one.path, "hanging.mjs")), limits };
    await expect(tryPackage(one.packagePath("mine"), options, parts)).rejects.toThrow("enough");
    expect(leftIn(one)).toEqual([]);
  }, 30_000);

  test("tryPackage rejects for a folder that is no plugin package", async () => {
    using one = createTempProject();
    await expect(tryPackage(one.path)).rejects.toMatchObject({ code: "FLOE_CONTRACT_SETUP" });
  });
});
