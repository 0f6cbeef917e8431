import fc from "fast-check";
import { PluginRegistry, staticSource, type DiscoverySource, type StaticPluginTable } from "floe-core";
import { FakeCompute } from "floe-testing";
import { describe } from "vitest";
import { anyValue, mostly, realise } from "./support/any-value.ts";
import { checkReport, failureOf, must } from "./support/checks.ts";
import { fuzz } from "./support/fuzz.ts";

/* What is discovered without files: tables and sources of the host's own, in which anything may be. */

const GROUP = "floe.computes";
const sound = staticSource({ [GROUP]: { sound: FakeCompute } });

/** Whatever `source` answers, discovery ends, and the sound source beside it is heard. What was accepted loads or says why not. */
async function checkSource(source: unknown, prefer: unknown = {}): Promise<void> {
  const registry = new PluginRegistry({
    sources: [source as DiscoverySource, sound],
    prefer: prefer as Readonly<Record<string, string>>,
    startupTimeoutMs: 5,
  });
  const report = registry.discoverAll();
  checkReport(report, { isOwnWords: true });
  must(report.entryPoints.some(({ package: owner, name }) => name === "sound" && owner.name === "(static)"), "the sound source");
  must(registry.rediscover().entryPoints.length === report.entryPoints.length, "as many entry points again");
  const resolution = registry.resolve();
  must(resolution.order.length <= registry.list().length, "an order of known plugins");
  for (const { type, name } of registry.list()) await failureOf(registry.get(type, name));
}

const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom("duckdb", "sound", "other") }, fc.string({ unit: "binary", maxLength: 10 }), fc.constantFrom("__proto__", "constructor", "toString"));
const group = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(GROUP, "floe.dbt") }, name);
const version = fc.constantFrom("1.0.0", "1.0", "0.1.0-rc.1");
const dependency = fc.oneof(
  name,
  fc.record({ type: mostly(group), name: mostly(name), version: mostly(fc.constantFrom("^1.0.0", "*", ">=")), optional: mostly(fc.boolean()) }, { requiredKeys: [] }),
);
const dependencies = fc.array(mostly(dependency), { maxLength: 3 });
const load = fc.constantFrom<unknown>(FakeCompute, () => FakeCompute, () => Promise.resolve({ default: FakeCompute }));
const tableEntry = fc.oneof(
  load,
  fc.record(
    { load: mostly(load), version: mostly(version), apiVersion: mostly(version), description: mostly(fc.string()), dependencies: mostly(dependencies), package: mostly(name) },
    { requiredKeys: ["load"] },
  ),
);
const table = fc.dictionary(group, mostly(fc.dictionary(name, mostly(tableEntry), { maxKeys: 3 })), { maxKeys: 3 });

const entryPoint = fc
  .record({
    type: group,
    name,
    file: mostly(fc.constantFrom("", "/nowhere/plugin.js")),
    export: mostly(fc.constantFrom("default", "Plugin")),
    dependencies: mostly(dependencies),
    apiVersion: fc.option(mostly(version), { nil: undefined }),
    package: mostly(fc.record({ name: mostly(name), version: mostly(version), path: mostly(fc.constantFrom("", "/nowhere")) })),
  })
  .chain((parts) => mostly(fc.constant(`${parts.type}:${parts.name}`)).map((key) => ({ ...parts, key })));
/** A source of the host's own words its verdicts itself: what it says is passed on. */
const texts = Object.fromEntries(["code", "package", "file", "path", "expected", "found"].map((key) => [key, mostly(fc.constant("x"))]));
const findings = fc.record({
  entries: mostly(fc.array(mostly(fc.record({ entryPoint: mostly(entryPoint), load: mostly(load) }, { requiredKeys: ["entryPoint"] })), { maxLength: 3 })),
  skipped: mostly(fc.array(mostly(fc.record({ ...texts, message: fc.constant("Cannot x: y"), remedy: fc.constant("z") })), { maxLength: 2 })),
  packagesRead: mostly(fc.nat()),
  prefer: mostly(fc.dictionary(name, anyValue, { maxKeys: 2 })),
});

describe("discovery survives any source", () => {
  fuzz("static tables", {
    percent: 2,
    inputs: mostly(table),
    check: async (input) => {
      await checkSource(staticSource(realise(input) as StaticPluginTable));
    },
  });

  fuzz("findings", {
    percent: 11,
    inputs: mostly(findings),
    check: async (input) => checkSource({ name: "fuzzed", discover: () => realise(input) }),
  });

  fuzz("sources and preferences", {
    percent: 2,
    inputs: fc.tuple(mostly(fc.record({ name: anyValue, discover: mostly(fc.constant(throwing)) })), fc.dictionary(fc.oneof(name, fc.constant("floe.computes:sound")), anyValue, { maxKeys: 3 })),
    check: async ([source, prefer]) => checkSource(realise(source), realise(prefer)),
  });
});

function throwing(): never {
  throw Object.create(null);
}
