import { expect, test } from "vitest";
import { standIns } from "../../../../src/contract/subject/stand-ins.ts";
import { FakeCompute } from "../../../../src/fakes/fake-compute.ts";
import { FakeStorage } from "../../../../src/fakes/fake-storage.ts";

/** The version of what stands in for a compute plugin in a range. */
function versionFor(version: string): unknown {
  return Reflect.get(Object(standIns([{ type: "floe.computes", name: "duckdb", version }])["floe.computes"]?.["duckdb"]), "version");
}

test("standIns are fakes of the types that are named, by a key or a type", () => {
  const table = standIns(["floe.computes:duckdb", { type: "floe.storage" }, { type: "floe.computes", name: "spark" }]);
  expect(table).toMatchObject({
    "floe.computes": { duckdb: { load: FakeCompute }, spark: { load: FakeCompute } },
    "floe.storage": { fake: { load: FakeStorage } },
  });
});

test("standIns leave out what is optional, what has no type, and types that are not floe's own", () => {
  const dependencies = [{ type: "floe.computes", optional: true }, "duckdb", { name: "lake" }, "acme.engines:v8"];
  expect(standIns(dependencies)).toEqual({});
});

test("standIns keep what is given, and add nothing where it is enough", () => {
  class Mine {}
  const given = { "floe.computes": { mine: Mine } };
  expect(standIns([{ type: "floe.computes" }, "floe.computes:mine"], given)).toEqual(given);
  const table = standIns(["floe.computes:duckdb"], given);
  expect(Object.keys(table["floe.computes"] ?? {})).toEqual(["mine", "duckdb"]);
  expect(given).toEqual({ "floe.computes": { mine: Mine } });
});

test.each([
  ["", "1.0.0"],
  ["*", "1.0.0"],
  ["2", "2.0.0"],
  ["1.x", "1.0.0"],
  ["^1.2", "1.2.0"],
  ["~1.2.3", "1.2.3"],
  [">=2.1.0 <3", "2.1.0"],
  ["<3 >=2.1.0", "2.1.0"],
  ["<2", "0.0.0"],
  ["<=2.5.0", "2.5.0"],
  [">1", "2.0.0"],
  [">1.2", "1.3.0"],
  ["> 1.2.3", "1.2.4"],
  ["1.2 - 2.3", "1.2.0"],
  ["v3.1.4", "3.1.4"],
  ["^2.0.0-rc.1", "2.0.0-rc.1"],
])("standIns have for the range %j a version in it", (range, version) => {
  expect(versionFor(range)).toBe(version);
});
