import { afterEach, describe, expect, test } from "vitest";
import type { PluginMessage } from "../../../../src/contract/package/plugin-message.ts";
import { pluginClauses } from "../../../../src/contract/package/plugin-clauses.ts";
import { declaredSecrets, tryPlugin } from "../../../../src/contract/package/try-plugin.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";
import { FakeSecrets } from "../../../../src/fakes/fake-secrets.ts";

/** Where a module on disk finds a class of this process: it cannot import sources. */
const SLOT = Symbol.for("floe-testing.try-plugin");
const MODULE = 'export const Plugin = globalThis[Symbol.for("floe-testing.try-plugin")];\n';

const manifest = { floeContract: { secrets: { mine: { secrets: ["hunter2"], skip: { "identity/name": "declared" } } } } };

describe("tryPlugin", () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, SLOT);
  });

  test("tryPlugin tells of each clause before and after, of hooks while they last, and when it is done", async () => {
    Reflect.set(globalThis, SLOT, FakeSecrets);
    const floe = { apiVersion: "1.0", secrets: { mine: "./plugin.js#Plugin" } };
    using project = createTempProject({ packages: { mine: { floe, manifest, files: { "plugin.js": MODULE } } } });
    const messages: PluginMessage[] = [];
    const job = { type: "floe.secrets", name: "mine", application: project.path, folder: project.packagePath("mine") } as const;
    await tryPlugin(job, (message) => messages.push(message));
    const ids = pluginClauses("floe.secrets").map(({ id }) => id);
    expect(messages.flatMap((message) => (message.kind === "trying" ? [message.clause] : []))).toEqual(ids);
    const outcomes = messages.flatMap((message) => (message.kind === "outcome" ? [message.outcome] : []));
    expect(outcomes.map(({ clause }) => clause)).toEqual(ids);
    expect(outcomes.find(({ clause }) => clause === "identity/name")).toMatchObject({ result: "skipped", reason: "declared" });
    expect(outcomes.filter(({ result }) => result === "broken")).toEqual([]);
    const calls = messages.flatMap((message) => (message.kind === "calling" ? [message.hook] : []));
    expect(new Set(calls)).toEqual(new Set(["startup", "healthCheck", "shutdown", null]));
    expect(messages.at(-1)).toEqual({ kind: "done" });
  });
});

describe("declaredSecrets", () => {
  test("declaredSecrets masks what the package declares, and nothing where there is none", () => {
    using project = createTempProject({ manifest });
    const job = { type: "floe.secrets", name: "mine", application: "", folder: project.path } as const;
    expect(declaredSecrets(job).redact("it is hunter2")).not.toContain("hunter2");
    expect(declaredSecrets({ ...job, folder: "no/such/folder" }).redact("it is hunter2")).toBe("it is hunter2");
  });
});
