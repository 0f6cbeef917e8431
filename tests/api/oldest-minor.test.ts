import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { FLOE_PLUGIN_API_VERSION, type PluginConfigurationError, PluginRegistry, parseApiVersion } from "floe-core";
import { createTempProject, type TempProject } from "floe-testing";
import { list } from "tar";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/*
 * A package that was built against the oldest supported minor of the plugin API, packed then, on today's floe-core.
 * Every minor of the current major is supported, so the oldest one is `<major>.0`.
 */

const FIXTURES = path.join(import.meta.dirname, "fixtures");
const PACKAGE = "floe-oldest-minor";
const OLDEST_MINOR = `${parseApiVersion(FLOE_PLUGIN_API_VERSION).major}.0`;

const COMPUTE = ["floe.computes", "oldest"] as const;
const SECRETS = ["floe.secrets", "oldest"] as const;
const ROWS = [{ id: 1 }, { id: 2 }];
const CONFIG = { tables: { raw: ROWS }, password: "warehouse" };

/** The files of the tarball, by their paths in the package. */
const files: Record<string, Uint8Array> = {};
let project: TempProject;

beforeAll(async () => {
  await list({
    file: path.join(FIXTURES, `${PACKAGE}-1.0.0.tgz`),
    onReadEntry: (entry) => {
      const chunks: Uint8Array[] = [];
      entry.on("data", (chunk) => chunks.push(chunk));
      entry.on("end", () => (files[entry.path.replace(/^package\//, "")] = Buffer.concat(chunks)));
    },
  });
  project = createTempProject({ packages: { [PACKAGE]: { files, floeCore: "shared" } } });
});

afterAll(() => {
  project.remove();
});

function discovered(apiVersion = FLOE_PLUGIN_API_VERSION): PluginRegistry {
  const registry = new PluginRegistry({ cwd: project.path, apiVersion });
  registry.discoverAll();
  return registry;
}

describe(`a package built against plugin API ${OLDEST_MINOR}, the oldest supported minor`, () => {
  test("is packed from the folder beside it", () => {
    const folder = path.join(FIXTURES, PACKAGE);
    expect(Object.keys(files).sort()).toEqual(readdirSync(folder).sort());
    for (const [file, content] of Object.entries(files)) {
      expect(Buffer.from(content).toString("utf8")).toBe(readFileSync(path.join(folder, file), "utf8"));
    }
  });

  test("states that version: a new major needs a new package", () => {
    const { floe } = JSON.parse(Buffer.from(files["package.json"]!).toString("utf8")) as { readonly floe: object };
    expect(floe).toMatchObject({ apiVersion: OLDEST_MINOR });
  });

  test("is discovered, with everything that its floe block says", () => {
    const { entryPoints, skipped, conflicts } = discovered().discoverAll();
    expect([skipped, conflicts]).toEqual([[], []]);
    const common = { name: "oldest", apiVersion: OLDEST_MINOR, package: { name: PACKAGE, version: "1.0.0" } };
    expect(entryPoints).toMatchObject([
      {
        ...common,
        key: "floe.computes:oldest",
        export: "OldestComputePlugin",
        description: "Tables in memory.",
        dependencies: ["floe.secrets:oldest", { type: "floe.identity", optional: true }],
      },
      { ...common, key: "floe.secrets:oldest", export: "default", dependencies: [] },
    ]);
  });

  test("is loaded, configured, started, checked, used and stopped", async () => {
    await using registry = discovered();
    const secrets = await registry.get(...SECRETS);
    await secrets.setSecret("warehouse", "hunter2");
    expect(await registry.configure(...COMPUTE, CONFIG)).toEqual({ ...CONFIG, threads: 2 });

    const started = await registry.activateAll();
    expect(started).toMatchObject({ ok: true, plugins: [{ key: SECRETS.join(":"), state: "active" }, { key: COMPUTE.join(":"), state: "active" }] });
    const health = await registry.healthCheckAll();
    expect(health).toMatchObject({ ok: true, overall: "healthy" });
    expect(health.plugins[0]?.status).toEqual({ state: "healthy", message: "1 tables", details: { isOpen: true } });

    const compute = await registry.get(...COMPUTE);
    const session = await compute.openSession?.();
    const made = await session?.materialize({ name: "made", sql: "SELECT * FROM raw", materialization: "table" });
    expect(made).toEqual({ rows: 2, columns: [{ name: "id", type: "number" }] });
    expect(await session?.query("SELECT * FROM made")).toEqual(ROWS);
    await session?.registerSource?.({ name: "source", path: "/data" });
    const batches = [];
    for await (const batch of session?.stream("SELECT * FROM source") ?? []) batches.push(batch);
    expect(batches).toEqual([[{ path: "/data" }]]);
    expect(await session?.getColumnLineage?.("SELECT * FROM made")).toBeNull();
    await session?.execute("DROP TABLE made");
    await expect(session?.query("SELECT * FROM made")).rejects.toMatchObject({ code: "OLDEST_UNKNOWN_TABLE", table: "made" });
    await session?.close();

    const stopped = await registry.shutdownAll();
    expect(stopped).toMatchObject({ ok: true, plugins: [{ key: COMPUTE.join(":") }, { key: SECRETS.join(":") }] });
    expect(registry.list().map(({ state }) => state)).toEqual(["stopped", "stopped"]);
  });

  test("answers through every other member", async () => {
    await using registry = discovered();
    await registry.configure(...COMPUTE, CONFIG);
    const compute = await registry.get(...COMPUTE);
    expect(compute.isSelfHosted).toBe(true);
    expect(compute.generateDbtProfile()).toMatchObject({ type: "oldest", threads: 2 });
    expect(compute.getRequiredDbtPackages()).toEqual(["dbt-oldest>=1.0,<2.0"]);
    expect(await compute.validateConnection()).toMatchObject({ status: "healthy", message: "in memory" });
    expect(compute.getResourceRequirements("small")).toMatchObject({ cpuRequest: "100m", cpuLimit: "500m" });
    expect(compute.getDbtMacroPaths()).toEqual([path.join(project.path, "macros")]);
    const catalog = { name: "lake", uri: "https://example.com", warehouse: "w" };
    expect(compute.getCatalogAttachmentSql(catalog)).toEqual(["ATTACH 'w' AS lake (ENDPOINT 'https://example.com')"]);
    expect(await compute.getReferencedTables?.("SELECT * FROM raw")).toEqual(["raw"]);

    const secrets = await registry.get(...SECRETS);
    await secrets.setSecret("db.user", "me");
    expect(await secrets.getSecret("db.user")).toBe("me");
    expect(await secrets.getSecret("nothing")).toBeNull();
    expect(await secrets.listSecrets("db.")).toEqual(["db.user"]);
    expect(await secrets.getMultiKeySecret?.("db")).toEqual({ "db.user": "me" });
    expect(secrets.generatePodEnvSpec("db")).toEqual({ envFrom: [{ secretRef: { name: "db" } }] });
  });

  test("has its schema asked, and every issue told", async () => {
    await using registry = discovered();
    const refused = await registry.configure(...COMPUTE, { passwort: "x", threads: "many" }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "FLOE_PLUGIN_CONFIGURATION" });
    const { issues } = refused as PluginConfigurationError;
    expect(issues.map(({ path: at, rule }) => [at, rule])).toEqual([
      ["passwort", "unrecognized_keys"],
      ["threads", "invalid_type"],
      ["password", "invalid_type"],
    ]);
  });

  test("fails to start for a reason of its own, and is told so", async () => {
    await using registry = discovered();
    await registry.configure(...COMPUTE, CONFIG);
    const { ok, plugins } = await registry.activateAll();
    expect(ok).toBe(false);
    expect(plugins.map(({ state, error }) => [state, error?.code])).toEqual([
      ["active", undefined],
      ["failed", "FLOE_PLUGIN_STARTUP"],
    ]);
  });

  test("is taken by a later minor, and refused by another major before its code runs", async () => {
    const { major } = parseApiVersion(OLDEST_MINOR);
    await using later = discovered(`${major}.99`);
    expect((await later.getAll("floe.computes")).failures).toEqual([]);
    await using other = discovered(`${major + 1}.0`);
    await expect(other.get(...COMPUTE)).rejects.toMatchObject({ code: "FLOE_PLUGIN_INCOMPATIBLE", requiredVersion: OLDEST_MINOR });
  });
});
