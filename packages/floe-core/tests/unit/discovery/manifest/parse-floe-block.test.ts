import fs from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFloeBlock, type ParsedBlock } from "../../../../src/discovery/manifest/parse-floe-block.ts";
import { PluginType } from "../../../../src/plugin-type.ts";
import { emptyTextsOf } from "../support/empty-texts.ts";
import { INVALID_BLOCKS, VALID_BLOCKS } from "../support/floe-blocks.ts";
import { GROUPS } from "../support/requests.ts";

function parse(floe: unknown, application = false, more: object = {}): ParsedBlock {
  return parseFloeBlock({ name: "pkg", version: "1.0.0", floe, ...more }, { groups: GROUPS, application });
}

function codes({ rejections }: ParsedBlock): string[] {
  return rejections.map(({ path, problem }) => `${problem.code} ${path}`);
}

describe("parseFloeBlock", () => {
  test("finds nothing in a package.json without a block", () => {
    expect(parseFloeBlock({ name: "pkg" }, { groups: GROUPS, application: true })).toEqual({
      entries: [],
      rejections: [],
      prefer: {},
    });
  });

  test("reads entries with their JSON path and package", () => {
    expect(parse({ apiVersion: "1.0", dbt: { core: "./core.js#Core" } }).entries).toEqual([
      {
        type: "floe.dbt",
        name: "core",
        path: "floe.dbt.core",
        definition: {
          target: { file: "./core.js", export: "Core" },
          details: { apiVersion: "1.0", description: undefined, dependencies: [] },
        },
        package: { name: "pkg", version: "1.0.0" },
      },
    ]);
  });

  test("takes groups of the platform's own when the registry knows them", () => {
    const manifest = { name: "pkg", version: "1.0.0", floe: { widgets: { a: "./a.js" } } };
    expect(parseFloeBlock(manifest, { groups: [...GROUPS, "floe.widgets"], application: false }).entries).toHaveLength(1);
    expect(codes(parseFloeBlock(manifest, { groups: GROUPS, application: false }))).toEqual(["group_unknown floe.widgets.a"]);
  });

  test("gives every entry a verdict where the package's name or version is not acceptable", () => {
    const floe = { dbt: { core: "./a.js", Bad: "./a.js" }, computes: { duckdb: "./a.js" } };
    expect(codes(parse(floe, false, { version: "1" }))).toEqual([
      "package_version_invalid floe.dbt.core",
      "name_invalid floe.dbt.Bad",
      "package_version_invalid floe.computes.duckdb",
    ]);
    expect(codes(parse(floe, false, { name: undefined }))).toContain("package_name_invalid floe.dbt.core");
  });

  test("does not ask a package without entries for name and version", () => {
    expect(codes(parse({}, true, { name: undefined, version: undefined }))).toEqual([]);
  });

  test("says that the block's apiVersion is invalid of each entry that takes it, or else once", () => {
    const own = { entry: "./a.js", apiVersion: "1.0" };
    expect(codes(parse({ apiVersion: 1, dbt: { a: "./a.js", b: own } }))).toEqual(["api_version_invalid floe.dbt.a"]);
    expect(codes(parse({ apiVersion: 1, dbt: { b: own } }))).toEqual(["api_version_invalid floe.apiVersion"]);
    expect(codes(parse({ apiVersion: 1, dbt: { b: own, Bad: own } }))).toEqual(["name_invalid floe.dbt.Bad", "api_version_invalid floe.apiVersion"]);
  });

  test("reads preferences of the application, and looks at no one else's", () => {
    const floe = { prefer: { "floe.dbt:core": "a", nonsense: 1 } };
    expect(parse(floe, true).prefer).toEqual({ "floe.dbt:core": "a" });
    expect(codes(parse(floe, true))).toEqual(["prefer_invalid floe.prefer.nonsense"]);
    expect(parse({ prefer: 1 })).toEqual({ entries: [], rejections: [], prefer: {} });
  });

  test("shows hostile names harmlessly", () => {
    const [rejection] = parse({ ["a\u001b[2J".repeat(100)]: { ["b\n".repeat(100)]: 1 } }).rejections;
    expect(rejection?.path.length).toBeLessThanOrEqual(161);
    expect(JSON.stringify(rejection)).not.toMatch(/\\u001b|\\n/);
  });
});

describe("parseFloeBlock on any JSON", () => {
  const keys = fc.oneof(
    fc.constantFrom("computes", "dbt", "prefer", "apiVersion", "__proto__", "constructor", "toString", "duckdb", "entry"),
    fc.string(),
  );
  const tree = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.constantFrom("./a.js#A", "1.0", "../x"), fc.jsonValue({ maxDepth: 1 }), tie("object")),
    object: fc.array(fc.tuple(keys, tie("value")), { maxLength: 5 }).map((pairs) => {
      // As JSON.parse does it: __proto__ becomes a member like any other.
      const members = pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
      return JSON.parse(`{${members.join(",")}}`) as unknown;
    }),
  }));

  test("never throws, gives each entry one verdict and leaves Object.prototype alone", () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    fc.assert(
      fc.property(tree.value, fc.boolean(), (floe, application) => {
        const parsed = parse(floe, application);
        if (typeof floe !== "object" || floe === null || Array.isArray(floe)) {
          expect(codes(parsed)).toEqual(["block_invalid floe"]);
          return;
        }
        const groups = Object.entries(floe).filter(([key]) => key !== "prefer" && key !== "apiVersion");
        const expected = groups.map(([, group]: [string, unknown]) =>
          typeof group === "object" && group !== null && !Array.isArray(group) ? Object.keys(group).length : 1,
        );
        const verdicts = parsed.rejections.filter(
          ({ path, problem }) => problem.code !== "prefer_invalid" && path !== "floe.apiVersion",
        );
        expect(parsed.entries.length + verdicts.length).toBe(expected.reduce((sum, count) => sum + count, 0));
      }),
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test("finds the same in another order of keys", () => {
    const turned = (value: unknown): unknown =>
      typeof value !== "object" || value === null || Array.isArray(value)
        ? value
        : JSON.parse(`{${Object.entries(value).reverse().map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(turned(v))}`).join(",")}}`);
    const sorted = ({ entries, rejections }: ParsedBlock): unknown => [
      entries.map((entry) => JSON.stringify(entry)).sort(),
      rejections.map(({ path, action }) => `${path} ${action}`).sort(),
    ];
    fc.assert(
      fc.property(tree.object, (floe) => {
        expect(sorted(parse(turned(floe), true))).toEqual(sorted(parse(floe, true)));
      }),
    );
  });
});

describe("schema/floe-block.json and parseFloeBlock agree", () => {
  const schema = JSON.parse(
    fs.readFileSync(new URL("../../../../schema/floe-block.json", import.meta.url), "utf8"),
  ) as Record<string, unknown> & { properties: Record<string, unknown> };
  const validate = new Ajv2020({ strict: true, strictRequired: false, allowMatchingProperties: true }).compile(schema);

  test.each(VALID_BLOCKS)("that %s is valid", (_, block) => {
    expect(codes(parse(block, true))).toEqual([]);
    expect([validate(block), validate.errors]).toEqual([true, null]);
  });

  test.each(INVALID_BLOCKS)("that %s is invalid", (_, block) => {
    const { rejections } = parse(block, true);
    expect(rejections).not.toEqual([]);
    expect(rejections.flatMap(emptyTextsOf)).toEqual([]);
    expect(validate(block)).toBe(false);
  });

  test("on any other block with the built-in groups", () => {
    const groups = fc.constantFrom("computes", "dbt", "prefer", "apiVersion");
    const names = fc.constantFrom("duckdb", "floe.dbt:core", "entry", "1", "apiVersion");
    const values = fc.oneof(fc.constantFrom("./a.js#A", "1.0", "../x", "a@1.0.0"), fc.jsonValue({ maxDepth: 1 }));
    const block = fc.dictionary(groups, fc.oneof(values, fc.dictionary(names, fc.oneof(values, fc.dictionary(names, values)))));
    fc.assert(
      fc.property(block, (floe) => {
        expect(validate(floe)).toBe(parse(floe, true).rejections.length === 0);
      }),
    );
  });

  test("on which groups there are", () => {
    const groups = Object.keys(schema.properties).filter((key) => key !== "apiVersion" && key !== "prefer");
    expect(groups.map((group) => `floe.${group}`).sort()).toEqual(Object.values(PluginType).sort());
  });

  test("except on groups of a platform's own, which only the registry knows", () => {
    expect(validate({ widgets: { a: "./a.js" } })).toBe(true);
    expect(validate({ widgets: { a: "/a.js" } })).toBe(false);
  });
});
