import { describe, expect, test } from "vitest";
import { inspectContract } from "../../../src/plugin/inspect-contract.ts";
import type { PluginIdentity } from "../../../src/plugin/plugin-host-slot.ts";
import { fakeIdentity } from "../../support/fake-plugin.ts";
import { PROBES, ProbePlugin } from "../../support/probes.ts";

class GoodProbe extends ProbePlugin {
  override readonly name: string = "good";
  override readonly version: string = "1.0.0";
  override readonly floeApiVersion: string = "1.0";
  readonly isRemote = false;
  measure(): number {
    return 1;
  }
}

const MANIFEST: PluginIdentity = {
  name: "good",
  version: "1.0.0",
  floeApiVersion: "1.0",
  description: "from the manifest",
  dependencies: ["duckdb", { type: "floe.secrets", name: "env" }],
};

/** A good probe but for these members. */
function probe(members: Readonly<Record<string, unknown>>): ProbePlugin {
  const plugin = new GoodProbe();
  for (const [member, value] of Object.entries(members)) Object.defineProperty(plugin, member, { value });
  return plugin;
}

function inspect(plugin: unknown, identity?: PluginIdentity): readonly unknown[] {
  return inspectContract(plugin, PROBES, identity);
}

describe("inspectContract", () => {
  test("inspectContract finds nothing wrong with a plugin that keeps its contract", () => {
    expect(inspect(new GoodProbe())).toStrictEqual([]);
  });

  test("inspectContract finds nothing wrong with a plugin made by another copy of floe-core", () => {
    class ForeignBase {}
    Object.defineProperty(ForeignBase.prototype, Symbol.for("floe.plugin"), { value: { group: "floe.probes" } });
    class Foreign extends ForeignBase {
      name = "foreign";
      version = "1.0.0";
      floeApiVersion = "1.0";
      description = "";
      dependencies: string[] = [];
      isRemote = true;
      measure(): number {
        return 1;
      }
    }
    expect(inspect(new Foreign())).toStrictEqual([]);
  });

  test.each([
    [undefined, "undefined that extends none"],
    [null, "null that extends none"],
    ["text", "string that extends none"],
    [{}, "object that extends none"],
    [[], "array that extends none"],
    [GoodProbe, "function that extends none"],
    [fakeIdentity("a"), 'one for "floe.identity"'],
  ])("inspectContract refuses %s as a whole and looks no further", (plugin, found) => {
    const expected = 'an instance of floe-core\'s class for "floe.probes"';
    expect(inspect(plugin)).toStrictEqual([{ rule: "type", member: "", expected, found }]);
  });

  test("inspectContract lists every violation at once: required, optional, hooks, then identity", () => {
    class Broken extends ProbePlugin {
      isRemote = "no";
    }
    const broken = Object.assign(new Broken(), { limits: 5, startup: true, name: "Not A Name", version: 1 });
    expect(inspect(broken)).toStrictEqual([
      { rule: "missing", member: "measure", expected: "a function", found: "nothing" },
      { rule: "kind", member: "isRemote", expected: "a boolean", found: "string" },
      { rule: "kind", member: "limits", expected: "an object", found: "number" },
      { rule: "kind", member: "startup", expected: "a function", found: "boolean" },
      { rule: "form", member: "name", expected: "a lower-case name of at most 64 characters", found: '"Not A Name"' },
      { rule: "form", member: "version", expected: "a semantic version", found: "number" },
      expect.objectContaining({ rule: "missing", member: "floeApiVersion", expected: "an API version such as 1.0" }),
    ]);
  });

  test("inspectContract does not take the abstract class's default for an implementation", () => {
    const strict = { ...PROBES, required: { hinted: "function", healthCheck: "function" } } as const;
    expect(inspectContract(new GoodProbe(), strict, undefined)).toStrictEqual([
      { rule: "missing", member: "hinted", expected: "a function", found: "nothing" },
      { rule: "missing", member: "healthCheck", expected: "a function", found: "nothing" },
    ]);
  });

  test.each([undefined, null])("inspectContract counts a required member that is %s as absent", (value) => {
    expect(inspect(probe({ measure: value }))).toStrictEqual([
      { rule: "missing", member: "measure", expected: "a function", found: value === null ? "null" : "nothing" },
    ]);
  });

  test("inspectContract lets an optional member be undefined, and no other kind", () => {
    expect(inspect(probe({ hinted: undefined, limits: undefined }))).toStrictEqual([]);
    expect(inspect(probe({ limits: [] }))).toStrictEqual([{ rule: "kind", member: "limits", expected: "an object", found: "array" }]);
  });

  test.each(["getConfigSchema", "configure", "startup", "shutdown", "healthCheck"])(
    "inspectContract refuses a %s that is no function",
    (hook) => {
      expect(inspect(probe({ [hook]: {} }))).toStrictEqual([{ rule: "kind", member: hook, expected: "a function", found: "object" }]);
    },
  );

  test("inspectContract takes a getter that throws for a violation like any other", () => {
    const plugin = new GoodProbe();
    const fail = (): never => {
      throw new Error("not today");
    };
    Object.defineProperty(plugin, "limits", { get: fail });
    Object.defineProperty(plugin, "name", { get: fail });
    expect(inspect(plugin)).toStrictEqual([
      { rule: "readable", member: "limits", expected: "an object", found: "a getter that throws: not today" },
      { rule: "readable", member: "name", expected: "a lower-case name of at most 64 characters", found: "not today" },
    ]);
  });

  test.each([
    ["name", "", '""'],
    ["name", "x".repeat(100), `"${"x".repeat(80)}"`],
    ["version", "1.0", '"1.0"'],
    ["floeApiVersion", "01.0", '"01.0"'],
    ["description", null, "null"],
    ["dependencies", "duckdb", '"duckdb"'],
    ["dependencies", ["duckdb", ""], '["duckdb", string]'],
    ["dependencies", [{ name: "duckdb" }, { version: "1" }, 5, null], '[{"name":"duckdb"}, object, number, null]'],
        // eslint-disable-next-line no-sparse-arrays -- a hole is what is tested: array methods skip it, a loop does not
    ["dependencies", [, "duckdb"], '[undefined, "duckdb"]'],
  ])("inspectContract refuses %s %o, found %s", (member, value, found) => {
    expect(inspect(probe({ [member]: value }))).toStrictEqual([expect.objectContaining({ member, found })]);
  });

  test("inspectContract shows dependencies that JSON cannot", () => {
    expect(inspect(probe({ dependencies: [1n, "duckdb"] }))).toStrictEqual([
      { rule: "form", member: "dependencies", expected: "a list of dependencies", found: '[bigint, "duckdb"]' },
    ]);
  });

  test.each([
    ["a function", { value: () => undefined }],
    [
      "a getter that throws",
      {
        get: (): never => {
          throw new Error("not today");
        },
      },
    ],
  ])("inspectContract refuses a member then that is %s: whoever awaits the plugin would wait for it", (_, property) => {
    const plugin = Object.defineProperty(new GoodProbe(), "then", property);
    expect(inspect(plugin)).toStrictEqual([
      { rule: "promise-like", member: "then", expected: "nothing: it makes the plugin look like a promise", found: "a member" },
    ]);
  });

  test("inspectContract lets a member then be that no one could call", () => {
    expect(inspect(probe({ then: "afterwards" }))).toStrictEqual([]);
  });

  test("inspectContract takes a definition without optional members", () => {
    expect(inspectContract(new GoodProbe(), { group: "floe.probes", required: {} }, undefined)).toStrictEqual([]);
  });

  test("inspectContract cuts a long list of dependencies short", () => {
    const dependencies = Array.from({ length: 100 }, () => 5);
    const [violation] = inspect(probe({ dependencies })) as [{ found: string }];
    expect(violation.found).toHaveLength(200);
  });

  test("inspectContract accepts a class that agrees with its manifest", () => {
    const plugin = probe({ dependencies: [{ name: "env", type: "floe.secrets" }, "duckdb"] });
    expect(inspect(plugin, MANIFEST)).toStrictEqual([]);
  });

  test("inspectContract compares dependencies by what they mean, not by how they are written", () => {
    const plugin = probe({ dependencies: ["floe.secrets:env", { name: "duckdb", optional: false }, "duckdb"] });
    expect(inspect(plugin, MANIFEST)).toStrictEqual([]);
  });

  test.each([
    [["duckdb"]],
    [["duckdb", "floe.secrets:other"]],
    [["duckdb", { type: "floe.secrets" }]],
    [["duckdb", { type: "floe.secrets", name: "env", version: "^1.0.0" }]],
    [["duckdb", { type: "floe.secrets", name: "env", optional: true }]],
    [["duckdb", "floe.secrets:env", "another"]],
  ])("inspectContract refuses dependencies %j that differ from the manifest's", (dependencies) => {
    expect(inspect(probe({ dependencies }), MANIFEST)).toStrictEqual([
      expect.objectContaining({
        member: "dependencies",
        expected: '["duckdb", {"type":"floe.secrets","name":"env"}], as the manifest states',
      }),
    ]);
  });

  test("inspectContract tells two dependencies on types apart", () => {
    const one = { ...MANIFEST, dependencies: [{ type: "floe.secrets" }] };
    const plugin = probe({ dependencies: [{ type: "floe.identity" }] });
    expect(inspect(plugin, one)).toStrictEqual([
      {
        rule: "agreement",
        member: "dependencies",
        expected: '[{"type":"floe.secrets"}], as the manifest states',
        found: '[{"type":"floe.identity"}]',
      },
    ]);
  });

  test.each([
    ["name", "other", '"good", as the manifest states', '"other"'],
    ["version", "1.0.1", '"1.0.0", as the manifest states', '"1.0.1"'],
    ["floeApiVersion", "1.1", '"1.0", as the manifest states', '"1.1"'],
    ["floeApiVersion", "2.0", '"1.0", as the manifest states', '"2.0"'],
  ])("inspectContract refuses %s %s that differs from the manifest's", (member, value, expected, found) => {
    const plugin = probe({ dependencies: MANIFEST.dependencies, [member]: value });
    expect(inspect(plugin, MANIFEST)).toStrictEqual([{ rule: "agreement", member, expected, found }]);
  });

  test("inspectContract lets the class spell the API version in full and describe itself anew", () => {
    const plugin = probe({ dependencies: MANIFEST.dependencies, floeApiVersion: "1.0.7", description: "better" });
    expect(inspect(plugin, MANIFEST)).toStrictEqual([]);
  });

  test("inspectContract takes the class's API version where the manifest states none", () => {
    const plugin = probe({ dependencies: MANIFEST.dependencies, floeApiVersion: "7.3" });
    expect(inspect(plugin, { ...MANIFEST, floeApiVersion: undefined })).toStrictEqual([]);
  });

  test("inspectContract calls none of the plugin's methods", () => {
    const refuse = (): never => {
      throw new Error("called");
    };
    const hooks = { measure: refuse, startup: refuse, getConfigSchema: refuse, configure: refuse };
    expect(inspect(probe({ ...hooks, shutdown: refuse, healthCheck: refuse }))).toStrictEqual([]);
  });
});
