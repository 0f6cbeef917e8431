import { chmod, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { inspect } from "node:util";
import { PluginRegistry, staticSource } from "floe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { configSchema } from "../../src/config-schema.ts";
import { EnvSecretsPlugin } from "../../src/plugin.ts";
import { auditEvents } from "../support/audit-events.ts";
import { caught } from "../support/caught.ts";
import { recordingLogger } from "../support/recording-logger.ts";
import { tempFolder } from "../support/temp-folder.ts";

const signal = AbortSignal.abort(new Error("enough"));

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("EnvSecretsPlugin", () => {
  let folder: string;
  let file: string;
  let logger: ReturnType<typeof recordingLogger>;
  let registry: PluginRegistry;

  beforeEach(async () => {
    folder = await tempFolder();
    file = path.join(folder, ".env");
    await writeFile(file, "WAREHOUSE_USER=floe\nWAREHOUSE_PASSWORD=hunter2 # rotated weekly\n", { mode: 0o600 });
    logger = recordingLogger();
    const sources = [staticSource({ "floe.secrets": { env: { load: () => EnvSecretsPlugin, version: "0.1.0", apiVersion: "1.0" } } })];
    registry = new PluginRegistry({ cwd: folder, sources, logger });
    registry.discoverAll();
  });

  const started = async (config: object = { prefix: "FLOE_TEST_", files: [".env"] }) => {
    await registry.configure("floe.secrets", "env", config);
    await registry.activate("floe.secrets", "env");
    return registry.get("floe.secrets", "env");
  };

  test("getConfigSchema gives the strict schema with its defaults", () => {
    expect(new EnvSecretsPlugin().getConfigSchema()).toBe(configSchema);
  });

  test("starts without configuration: the environment then is all there is", async () => {
    vi.stubEnv("FLOE_TEST_TOKEN", "hunter2");
    await registry.activate("floe.secrets", "env");
    const plugin = await registry.get("floe.secrets", "env");
    expect(await plugin.getSecret("floe-test/token")).toBe("hunter2");
    expect(await plugin.listSecrets()).toEqual([]);
    expect(await caught(() => plugin.setSecret("other", "hunter2"))).toMatchObject({ code: "FLOE_SECRETS_READ_ONLY" });
  });

  test("startup fails for a missing file, unless it is optional", async () => {
    await registry.configure("floe.secrets", "env", { files: ["none.env"] });
    expect(await caught(() => registry.activate("floe.secrets", "env"))).toMatchObject({
      code: "FLOE_PLUGIN_STARTUP",
      cause: { code: "FLOE_SECRETS_FILE" },
    });
    await started({ files: [{ path: "none.env", optional: true }] });
    expect(registry.state("floe.secrets", "env")).toBe("active");
  });

  test("startup warns of a file that every user may read, and starts", async () => {
    await chmod(file, 0o644);
    await started();
    expect(logger.lines.filter(({ level }) => level === "warn").map(({ message }) => message)).toEqual([
      `Every user may read or change secrets file ${file}; chmod 600 ends that.`,
    ]);
  });

  test("healthCheck is healthy while every file can be read, and says which cannot", async () => {
    await started();
    expect(await registry.healthCheck("floe.secrets", "env")).toMatchObject({
      state: "healthy",
      message: "every file can be read",
      details: { files: 1 },
    });
    await writeFile(file, "hunter2\n");
    const health = await registry.healthCheck("floe.secrets", "env");
    expect(health.state).toBe("unhealthy");
    expect(health.message).toContain(`${file}: line 1 is no assignment`);
    expect(JSON.stringify(health)).not.toContain("hunter2");
  });

  test("getSecret answers the value as it is now, or null", async () => {
    const plugin = await started();
    expect(await plugin.getSecret("warehouse/password")).toBe("hunter2");
    await writeFile(file, "WAREHOUSE_PASSWORD=hunter3\n");
    expect(await plugin.getSecret("warehouse/password")).toBe("hunter3");
    expect(await plugin.getSecret("warehouse/user")).toBeNull();
  });

  test("setSecret writes into the file, where getSecret and listSecrets see it; metadata is not kept", async () => {
    const plugin = await started();
    await plugin.setSecret("lineage-token", "it's $1 #", { owner: "team-blue" });
    expect(await plugin.getSecret("lineage-token")).toBe("it's $1 #");
    expect(await plugin.listSecrets()).toEqual(["LINEAGE_TOKEN", "WAREHOUSE_PASSWORD", "WAREHOUSE_USER"]);
    expect(await readFile(file, "utf8")).toBe(
      "WAREHOUSE_USER=floe\nWAREHOUSE_PASSWORD=hunter2 # rotated weekly\nLINEAGE_TOKEN=`it's $1 #`\n",
    );
  });

  test("setSecret loses no update: fifty at once are all there, and of one key the last call wins", async () => {
    const plugin = await started();
    const numbers = Array.from({ length: 50 }, (_, index) => index);
    await Promise.all(numbers.flatMap((n) => [plugin.setSecret(`key/${n}`, `value ${n}`), plugin.setSecret("last", `${n}`)]));
    expect(await Promise.all(numbers.map((n) => plugin.getSecret(`key/${n}`)))).toEqual(numbers.map((n) => `value ${n}`));
    expect(await plugin.getSecret("last")).toBe("49");
  });

  test("setSecret loses no update of another plugin on the same file either", async () => {
    const plugins = [new EnvSecretsPlugin(), new EnvSecretsPlugin()];
    for (const plugin of plugins) plugin.configure({ prefix: "FLOE_TEST_", files: [{ path: file, optional: false }] });
    await Promise.all(plugins.flatMap((plugin, p) => [1, 2, 3].map((n) => plugin.setSecret(`key/${p}/${n}`, "x"))));
    expect(await plugins[0]?.listSecrets("key/")).toEqual(["KEY_0_1", "KEY_0_2", "KEY_0_3", "KEY_1_1", "KEY_1_2", "KEY_1_3"]);
  });

  test("listSecrets with a prefix keeps the keys that begin with it", async () => {
    expect(await (await started()).listSecrets("warehouse/p")).toEqual(["WAREHOUSE_PASSWORD"]);
  });

  test("getMultiKeySecret answers all keys of a name, or null", async () => {
    const plugin = await started();
    expect(await plugin.getMultiKeySecret?.("warehouse")).toEqual({ USER: "floe", PASSWORD: "hunter2" });
    expect(await plugin.getMultiKeySecret?.("lineage")).toBeNull();
  });

  test("generatePodEnvSpec is the default: the variables of a Kubernetes secret", () => {
    expect(new EnvSecretsPlugin().generatePodEnvSpec("floe-secrets")).toEqual({
      envFrom: [{ secretRef: { name: "floe-secrets" } }],
    });
  });

  test("every method rejects with the reason of an aborted signal, and nothing is written", async () => {
    const plugin = await started();
    const before = await readFile(file, "utf8");
    await expect(plugin.getSecret("a", { signal })).rejects.toThrow("enough");
    await expect(plugin.setSecret("a", "1", {}, { signal })).rejects.toThrow("enough");
    await expect(plugin.listSecrets("", { signal })).rejects.toThrow("enough");
    await expect(plugin.getMultiKeySecret?.("a", { signal })).rejects.toThrow("enough");
    expect(await readFile(file, "utf8")).toBe(before);
  });

  test("every use leaves an audit event, on the channel and in the log, none with a value", async () => {
    const plugin = await started();
    const events = auditEvents();
    await plugin.getSecret("warehouse/password");
    await plugin.getSecret("none");
    await plugin.setSecret("token", "hunter2");
    const refused = await caught(() => plugin.setSecret("token", "'hunter2\"`"));
    await plugin.listSecrets();
    await plugin.getMultiKeySecret?.("warehouse");
    await plugin.getMultiKeySecret?.("none");
    await caught(() => plugin.getSecret("warehouse/password", { signal }));
    expect(events).toMatchObject([
      { operation: "get", path: "warehouse/password", result: "found" },
      { operation: "get", path: "none", result: "absent" },
      { operation: "set", path: "token", result: "stored" },
      { operation: "set", path: "token", result: "failed" },
      { operation: "list", path: "", result: "listed" },
      { operation: "get", path: "warehouse/*", result: "found" },
      { operation: "get", path: "none/*", result: "absent" },
      { operation: "get", path: "warehouse/password", result: "failed" },
    ]);
    const logged = logger.lines.filter(({ message }) => message === "secrets audit");
    expect(logged.map(({ level, fields }) => ({ level, fields }))).toEqual(events.map((fields) => ({ level: "info", fields })));
    expect(inspect([events, logger.lines, refused, plugin], { depth: 9, showHidden: true })).not.toContain("hunter2");
  });
});
