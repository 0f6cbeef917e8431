import { PluginRegistry, staticSource, type PluginKey } from "floe-core";
import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../src/explain/evidence.ts";
import { gatherEvidence } from "../../../src/explain/evidence.ts";
import { explainPlugin } from "../../../src/explain/explain-plugin.ts";
import { indexGraph } from "../../../src/graph/graph-index.ts";
import { anyVersion, packageTree, secretsPackage } from "../../support/package-tree.ts";
import { tangledRegistry } from "../../support/tangled-registry.ts";

function evidenceOf(registry: PluginRegistry): Evidence {
  return {
    registry,
    report: registry.discoverAll(),
    installed: () => registry.discoverAll(),
    infos: () => registry.list(),
    index: () => indexGraph(registry.graph(), registry.list()),
  };
}

const tangled = evidenceOf(tangledRegistry());
const nothing = { loaded: undefined, inProduct: null } as const;
const explained = (key: PluginKey) => explainPlugin(key, tangled, nothing);

describe("explainPlugin", () => {
  test("explainPlugin says where an accepted plugin is, what it needs and who needs it", () => {
    const root = packageTree({ dependencies: anyVersion("acme") }, { acme: secretsPackage("vault") });
    const loaded = { durationMs: 12, error: null, configuration: { kind: "none" } } as const;
    const folder = `${root}/node_modules/acme`;
    expect(explainPlugin("floe.secrets:vault", gatherEvidence({ cwd: root }), { loaded, inProduct: "selected" })).toEqual({
      key: "floe.secrets:vault",
      verdict: "accepted",
      reason: null,
      remedy: null,
      version: "1.2.3",
      description: "",
      offers: [
        {
          package: "acme",
          version: "1.2.3",
          path: folder,
          file: `${folder}/plugin.js`,
          export: "Plugin",
          apiVersion: "1.0",
          isChosen: true,
        },
      ],
      skipped: [],
      api: { version: "1.0", isCompatible: true, reason: "plugin API 1.0 is part of the platform's 1.0" },
      dependencies: [],
      dependents: { direct: [], indirect: [] },
      start: { status: "ready", wave: 1, becauseOf: null, cycles: [] },
      state: "discovered",
      load: { durationMs: 12, error: null },
      configuration: { kind: "none" },
      inProduct: "selected",
    });
  });

  test("explainPlugin shows each dependency, dependents, and where the plugin starts", () => {
    expect(explained("floe.computes:duckdb")).toMatchObject({
      dependencies: [{ dependency: "disk", status: "ready" }, { status: "missing", optional: true }],
      dependents: { direct: ["floe.dbt:strict", "floe.orchestrators:local", "floe.telemetry_backends:otel"], indirect: [] },
      start: { status: "ready", wave: 2 },
      load: null,
      configuration: null,
    });
  });

  test("explainPlugin shows why a plugin does not start", () => {
    const path = ["floe.identity:oidc", "floe.secrets:vault", "floe.identity:oidc"];
    expect(explained("floe.secrets:vault").start).toEqual({ status: "cycle", wave: null, becauseOf: null, cycles: [path] });
    expect(explained("floe.semantic_layers:late").start).toMatchObject({ status: "blocked", becauseOf: "floe.secrets:vault" });
    expect(explained("floe.dbt:strict")).toMatchObject({ start: { status: "faulty" }, dependencies: [{ found: "1.0.0" }] });
  });

  test("explainPlugin names both packages of a conflict, and how to settle it", () => {
    expect(explained("floe.catalogs:rest")).toMatchObject({
      verdict: "conflict",
      reason: expect.stringMatching(/offered by one .* and two /),
      remedy: expect.stringContaining('"prefer": { "floe.catalogs:rest": "one" }'),
      offers: [{ package: "one", isChosen: false }, { package: "two", isChosen: false }],
      dependencies: [],
    });
  });

  test("explainPlugin shows whom prefer has chosen", () => {
    const packages = { one: secretsPackage("vault"), two: secretsPackage("vault") };
    const floe = { prefer: { "floe.secrets:vault": "two" } };
    const cwd = packageTree({ dependencies: anyVersion("one", "two"), floe }, packages);
    expect(explainPlugin("floe.secrets:vault", gatherEvidence({ cwd }), nothing)).toMatchObject({
      verdict: "accepted",
      offers: [{ package: "one", isChosen: false }, { package: "two", isChosen: true }],
    });
  });

  test("explainPlugin refuses another plugin API, and says which side has to move", () => {
    expect(explained("floe.catalogs:old")).toMatchObject({
      verdict: "incompatible",
      reason: expect.stringContaining("differ in their major version"),
      remedy: "Upgrade floe-core to a version whose plugin API is at least 9.0.",
      api: { version: "9.0", isCompatible: false },
    });
    const source = staticSource({ "floe.storage": { older: { load: () => null, apiVersion: "0.9" } } });
    const older = explainPlugin("floe.storage:older", evidenceOf(new PluginRegistry({ sources: [source] })), nothing);
    expect(older.remedy).toBe("Upgrade the plugin to a version built for plugin API 1.0.");
  });

  test("explainPlugin knows no API version where none is stated", () => {
    const source = staticSource({ "floe.storage": { shy: () => null } });
    const evidence = evidenceOf(new PluginRegistry({ sources: [source] }));
    expect(explainPlugin("floe.storage:shy", evidence, nothing)).toMatchObject({
      verdict: "accepted",
      api: { version: null, isCompatible: null, reason: null },
      offers: [{ apiVersion: null }],
    });
  });

  test("explainPlugin gives discovery's verdict on an entry that was not accepted", () => {
    const needing = secretsPackage("other", "", { dbt: { core: { entry: "./plugin.js", dependencies: ["floe.secrets:vault"] } } });
    const acme = { manifest: { floe: { secrets: { vault: "./gone.js" } } } };
    const cwd = packageTree({ dependencies: anyVersion("acme", "needing") }, { acme, needing });
    expect(explainPlugin("floe.secrets:vault", gatherEvidence({ cwd }), nothing)).toMatchObject({
      verdict: "skipped",
      reason: expect.stringContaining("Cannot accept plugin floe.secrets:vault"),
      remedy: expect.stringMatching(/./),
      version: null,
      offers: [],
      skipped: [{ code: "entry_not_found", path: "floe.secrets.vault", package: "acme" }],
      start: null,
      state: null,
      dependents: { direct: ["floe.dbt:core"], indirect: [] },
    });
  });

  test("explainPlugin tells of a plugin that is installed and that nothing leads to", () => {
    const cwd = packageTree({}, { acme: secretsPackage("vault", "") });
    expect(explainPlugin("floe.secrets:vault", gatherEvidence({ cwd }), nothing)).toMatchObject({
      verdict: "unreachable",
      reason: "acme is installed, but neither the application nor a package with a floe block depends on it",
      remedy: "Make acme a dependency of the application.",
      version: "1.2.3",
      offers: [{ package: "acme", isChosen: false }],
      api: { version: "1.0", isCompatible: true },
      start: null,
    });
  });
});
