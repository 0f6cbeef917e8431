import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { discover } from "../../../src/discovery/discover.ts";
import type { DiscoveryReport, SkipCode } from "../../../src/discovery/discovery-report.ts";
import type { DiscoverySource } from "../../../src/discovery/discovery-source.ts";
import { packageScan } from "../../../src/discovery/package-scan.ts";
import { BROKEN_PACKAGES } from "./support/broken-packages.ts";
import { emptyTexts } from "./support/empty-texts.ts";
import { fakePnp } from "./support/fake-pnp.ts";
import { foundEntry } from "./support/found-entry.ts";
import { pluginManifest, pluginPackage } from "./support/plugin-package.ts";
import { discoverIn, keysOf, requestFor, scan, verdictsOf } from "./support/requests.ts";
import { addFiles, linkTo, noFiles, tempTree } from "./support/temp-tree.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function keysAt(report: DiscoveryReport, root: string): string[] {
  return report.entryPoints.map((entryPoint) => `${entryPoint.name} ${path.relative(root, entryPoint.package.path)}`);
}

describe("packageScan", () => {
  test.each<[string, (entries: unknown[]) => unknown, readonly string[], readonly string[]]>([
    ["adds one", (entries) => entries.push(foundEntry("c@1.0.0", "c", { name: "c" })), ["floe.computes:a", "floe.computes:b", "floe.computes:c"], []],
    ["takes one away", (entries) => entries.splice(0, 1), ["floe.computes:b"], []],
    ["puts nonsense in one's place", (entries) => entries.splice(0, 1, { entryPoint: 1 }), [], ["source_failed"]],
  ])("may be asked by a source that %s before it passes the findings on", (_, change, keys, verdicts) => {
    const root = tempTree({
      "package.json": { dependencies: { a: "1", b: "1" } },
      ...pluginPackage("node_modules/a", "a"),
      ...pluginPackage("node_modules/b", "b"),
    });
    const source: DiscoverySource = {
      name: "decorated",
      discover: (request) => {
        const findings = packageScan().discover(request);
        change(findings.entries as unknown[]);
        return findings;
      },
    };
    const { report } = discover([source], requestFor(root), {});
    expect([keysOf(report), verdictsOf(report)]).toEqual([keys, verdicts]);
  });

  test("finds the plugins of the application and of its dependencies", () => {
    const root = tempTree({
      ...pluginPackage(".", "app", "own", { dependencies: { a: "1", plain: "1" } }),
      ...pluginPackage("node_modules/a", "a"),
      "node_modules/plain/package.json": { name: "plain" },
    });
    const report = scan(root);
    expect(keysAt(report, root)).toEqual(["a node_modules/a", "own "]);
    expect(report).toMatchObject({ skipped: [], conflicts: [], packagesRead: 3 });
    expect(report.entryPoints[0]?.file).toBe(path.join(root, "node_modules/a/plugin.js"));
  });

  test("finds a package that hides its package.json behind exports", () => {
    const root = tempTree({
      "package.json": { dependencies: { a: "1" } },
      ...pluginPackage("node_modules/a", "a", "a", { type: "module", exports: { ".": "./plugin.js" } }),
    });
    expect(keysOf(scan(root))).toEqual(["floe.computes:a"]);
  });

  test("finds what a preset brings along, installed flat or nested", () => {
    const root = tempTree({
      "package.json": { dependencies: { preset: "1" } },
      "node_modules/preset/package.json": { name: "preset", floe: {}, dependencies: { flat: "1", nested: "1" } },
      ...pluginPackage("node_modules/flat", "flat"),
      ...pluginPackage("node_modules/preset/node_modules/nested", "nested"),
    });
    expect(keysOf(scan(root))).toEqual(["floe.computes:flat", "floe.computes:nested"]);
  });

  test("finds workspace packages through their links, from a folder inside the workspace", () => {
    const root = tempTree({
      "package.json": { name: "workspace", dependencies: { b: "1" } },
      "packages/app/package.json": { name: "app", dependencies: { b: "workspace:*", hoisted: "1" } },
      "packages/app/src/deep/x": "",
      ...pluginPackage("packages/b", "b"),
      "node_modules/b": linkTo("../packages/b"),
      ...pluginPackage("node_modules/hoisted", "hoisted"),
    });
    expect(keysAt(scan(path.join(root, "packages/app/src/deep")), root)).toEqual(["b packages/b", "hoisted node_modules/hoisted"]);
  });

  test("finds packages in pnpm's isolated layout, and by their installed name", () => {
    const store = "node_modules/.pnpm";
    const root = tempTree({
      "package.json": { dependencies: { "@s/preset": "1", alias: "npm:real@1" } },
      "node_modules/@s/preset": linkTo("../.pnpm/preset@1/node_modules/@s/preset"),
      "node_modules/alias": linkTo(".pnpm/real@1/node_modules/real"),
      [`${store}/preset@1/node_modules/@s/preset/package.json`]: { name: "@s/preset", floe: {}, dependencies: { dep: "1" } },
      [`${store}/preset@1/node_modules/dep`]: linkTo("../../dep@1/node_modules/dep"),
      ...pluginPackage(`${store}/dep@1/node_modules/dep`, "dep"),
      ...pluginPackage(`${store}/real@1/node_modules/real`, "real"),
    });
    expect(keysAt(scan(root), root)).toEqual([`dep ${store}/dep@1/node_modules/dep`, `real ${store}/real@1/node_modules/real`]);
    expect(keysOf(scan(root, "installed"))).toEqual(["floe.computes:real"]);
  });

  test("takes every visible package in scope installed", () => {
    const root = tempTree({
      "app/package.json": { name: "app" },
      ...pluginPackage("app/node_modules/near", "near"),
      ...pluginPackage("node_modules/@s/far", "@s/far", "far"),
    });
    expect(keysOf(scan(path.join(root, "app"), "installed"))).toEqual(["floe.computes:far", "floe.computes:near"]);
    expect(keysOf(scan(path.join(root, "app")))).toEqual([]);
  });

  test("accepts an entry of another API version, which is for loading to refuse", () => {
    const floe = { apiVersion: "99.0", computes: { a: "./plugin.js" } };
    const root = tempTree({ "package.json": { dependencies: { a: "1" } }, ...pluginPackage("node_modules/a", "a", "a", { floe }) });
    expect(scan(root).entryPoints).toMatchObject([{ apiVersion: "99.0" }]);
  });

  test("takes a package.json with a byte order mark, and a key in escapes", () => {
    const manifest = '\ufeff{ "name": "a", "version": "1.0.0", "fl\\u006fe": { "dbt": { "core": "./plugin.js" } } }';
    const root = tempTree({
      "package.json": `\ufeff${JSON.stringify({ dependencies: { a: "1" } })}`,
      "node_modules/a/package.json": manifest,
      "node_modules/a/plugin.js": "",
    });
    expect(keysOf(scan(root))).toEqual(["floe.dbt:core"]);
  });

  test("says that there is no application", () => {
    noFiles();
    const report = scan("/no\u001bwhere");
    expect(report).toMatchObject({ entryPoints: [], packagesRead: 0, skipped: [{ code: "application_not_found", file: "" }] });
    expect(report.skipped[0]?.message).toBe(
      "Cannot find the application: expected a package.json in /no\\u{1b}where or a folder above it, found none",
    );
    expect(report.skipped.flatMap(emptyTexts)).toEqual([]);
  });

  test("looks on in scope installed where the application's own package.json is broken", () => {
    const root = tempTree({ "package.json": "{", ...pluginPackage("node_modules/a", "a") });
    expect(verdictsOf(scan(root))).toEqual(["manifest_invalid_json"]);
    const report = scan(root, "installed");
    expect([keysOf(report), verdictsOf(report)]).toEqual([["floe.computes:a"], ["manifest_invalid_json"]]);
  });

  test.each(["reachable", "installed"] as const)("says in scope %s what has to be installed and is not", (scope) => {
    const root = tempTree({
      "package.json": {
        dependencies: { a: "1", gone: "1", both: "1" },
        devDependencies: { dev: "1" },
        optionalDependencies: { both: "1", opt: "1" },
        peerDependencies: { peer: "1" },
      },
      "node_modules/a/package.json": { name: "a", floe: {}, dependencies: { lost: "1" } },
    });
    const { skipped } = scan(root, scope);
    expect(skipped.map((verdict) => [verdict.code, verdict.package, verdict.path, path.relative(root, verdict.file)])).toEqual([
      ["package_not_installed", "gone", "dependencies.gone", "package.json"],
      ["package_not_installed", "lost", "dependencies.lost", "node_modules/a/package.json"],
    ]);
    expect(skipped[0]?.message).toBe("Cannot find package gone: the application depends on it, but it is not installed");
    expect(skipped[1]?.message).toContain("a depends on it");
  });

  test("reports two packages for one key, and settles it by the application's preference", () => {
    const files = { ...pluginPackage("node_modules/a", "a", "duckdb"), ...pluginPackage("node_modules/b", "b", "duckdb") };
    const dependencies = { a: "1", b: "1" };
    const root = tempTree({ "package.json": { dependencies }, ...files });
    expect(scan(root).conflicts).toMatchObject([{ key: "floe.computes:duckdb" }]);
    addFiles(root, { "package.json": { dependencies, floe: { prefer: { "floe.computes:duckdb": "b@1.0.0" } } } });
    const { report, candidates } = discoverIn(root);
    expect(report.conflicts).toEqual([]);
    expect(candidates.get("floe.computes:duckdb")?.chosen?.entryPoint.package.name).toBe("b");
  });

  test("lets no package but the application prefer anything", () => {
    const prefer = { "floe.computes:duckdb": "a", nonsense: 1 };
    const root = tempTree({
      "package.json": { dependencies: { a: "1", b: "1" } },
      ...pluginPackage("node_modules/a", "a", "duckdb", { floe: { prefer, computes: { duckdb: "./plugin.js" } } }),
      ...pluginPackage("node_modules/b", "b", "duckdb"),
    });
    const report = scan(root);
    expect([report.conflicts.length, report.skipped]).toEqual([1, []]);
  });

  test("takes the nearer of two copies of a package, and the first by path where both are as near", () => {
    const preset = { floe: {}, dependencies: { a: "1" } };
    const root = tempTree({
      "package.json": { dependencies: { z: "1", y: "1" } },
      "node_modules/y/package.json": { name: "y", ...preset },
      "node_modules/z/package.json": { name: "z", ...preset },
      ...pluginPackage("node_modules/z/node_modules/a", "a"),
      ...pluginPackage("node_modules/y/node_modules/a", "a"),
    });
    const report = scan(root);
    expect(keysAt(report, root)).toEqual(["a node_modules/y/node_modules/a"]);
    expect(report.skipped).toMatchObject([{ code: "duplicate_copy", file: path.join(root, "node_modules/z/node_modules/a/package.json") }]);
    addFiles(root, {
      "package.json": { dependencies: { z: "1", y: "1", a: "1" } },
      ...pluginPackage("node_modules/a", "a"),
    });
    const nearer = scan(root);
    expect(keysAt(nearer, root)).toEqual(["a node_modules/a"]);
    expect(verdictsOf(nearer)).toEqual(["duplicate_copy floe.computes.a", "duplicate_copy floe.computes.a"]);
  });

  test("reports the same whatever the order of keys", () => {
    const dependencies = { a: "1", b: "1", c: "1", gone: "1" };
    const floe = { dbt: { core: "./plugin.js", Bad: "./plugin.js" }, computes: { duckdb: "./plugin.js", lost: "./lost.js" } };
    const turn = (object: object): object => Object.fromEntries(Object.entries(object).reverse());
    const root = tempTree({
      "package.json": { dependencies },
      ...pluginPackage("node_modules/a", "a", "duckdb", { floe }),
      ...pluginPackage("node_modules/b", "b", "duckdb"),
      ...pluginPackage("node_modules/c", "c", "duckdb"),
    });
    const { durationMs: _, ...expected } = scan(root);
    addFiles(root, {
      "package.json": { dependencies: turn(dependencies) },
      ...pluginPackage("node_modules/a", "a", "duckdb", { floe: turn({ ...floe, dbt: turn(floe.dbt) }) }),
    });
    const { durationMs: __, ...turned } = scan(root);
    expect(turned).toEqual(expected);
  });
});

describe("packageScan under Yarn's Plug'n'Play", () => {
  test("follows the map, and meets instances of one package once", () => {
    const root = tempTree({
      "package.json": { name: "app", dependencies: { plug: "1", preset: "1" } },
      ...pluginPackage("cache/plug", "plug"),
      "virtual/one": linkTo("../cache/plug"),
      "cache/preset/package.json": { name: "preset", version: "1.0.0", floe: {}, dependencies: { deep: "1" } },
      ...pluginPackage("cache/deep", "deep"),
    });
    const at = (folder: string): string => path.join(root, folder);
    const api = fakePnp([
      { name: "app", reference: "0", folder: root, dependencies: { plug: "1", preset: "1" } },
      { name: "plug", reference: "1", folder: at("cache/plug") },
      { name: "preset", reference: "1", folder: at("cache/preset"), dependencies: { deep: "1" } },
      { name: "deep", reference: "1", folder: at("cache/deep") },
      { name: "plug", reference: "virtual:1", folder: at("virtual/one"), archive: at("cache/plug") },
    ]);
    const source = packageScan({ findPnpApi: (folder) => (folder === `${root}/` ? api : null) });
    for (const scope of ["reachable", "installed"] as const) {
      const { report } = discover([source], requestFor(root, scope), {});
      expect(keysAt(report, root)).toEqual(["deep cache/deep", "plug cache/plug"]);
      expect(report.skipped).toEqual([]);
    }
  });

  test("says what is not installed, since the map would know", () => {
    const root = tempTree({ ".pnp.cjs": "", "package.json": { name: "app", dependencies: { gone: "1" } } });
    const source = packageScan({ findPnpApi: () => fakePnp([{ name: "app", reference: "0", folder: root }]) });
    expect(verdictsOf(discover([source], requestFor(root), {}).report)).toEqual(["package_not_installed dependencies.gone"]);
  });

  test.each(["reachable", "installed"] as const)("says in scope %s once that Yarn did not start the process", (scope) => {
    const root = tempTree({
      ".pnp.cjs": "",
      ...pluginPackage(".", "app", "own", { dependencies: { a: "1", b: "1" } }),
    });
    const report = scan(root, scope);
    expect(keysOf(report)).toEqual(["floe.computes:own"]);
    expect(report.skipped).toMatchObject([{ code: "pnp_not_active", package: "app", file: path.join(root, "package.json") }]);
    expect(report.skipped.flatMap(emptyTexts)).toEqual([]);
  });
});

describe("packageScan among broken packages", () => {
  test.each(BROKEN_PACKAGES.map((broken) => [broken.title, broken] as const))(
    "gives a package with %s one verdict, and finds its neighbour",
    (_, { code, path: place, files }) => {
      const root = tempTree({
        "package.json": { dependencies: { broken: "1", good: "1" } },
        ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`node_modules/broken/${name}`, content])),
        ...pluginPackage("node_modules/good", "good"),
      });
      for (const scope of ["reachable", "installed"] as const) {
        const report = scan(root, scope);
        expect(keysOf(report)).toEqual(["floe.computes:good"]);
        expect(report.skipped.map((verdict) => [verdict.code, verdict.path])).toEqual([[code, place]]);
        const [verdict] = report.skipped;
        expect(verdict?.file).toBe(path.join(root, "node_modules/broken/package.json"));
        expect(verdict?.found.length).toBeLessThanOrEqual(80);
        expect(report.skipped.flatMap(emptyTexts)).toEqual([]);
      }
    },
  );

  test("has a broken package for every verdict that a package can get on its own", () => {
    const others: SkipCode[] = [
      "application_not_found",
      "pnp_not_active",
      "prefer_invalid",
      "duplicate_copy",
      "source_failed",
    ];
    const all: Record<SkipCode, true> = {
      application_not_found: true,
      pnp_not_active: true,
      package_not_installed: true,
      manifest_unreadable: true,
      manifest_too_large: true,
      manifest_invalid_encoding: true,
      manifest_invalid_json: true,
      package_name_invalid: true,
      package_version_invalid: true,
      block_invalid: true,
      api_version_invalid: true,
      prefer_invalid: true,
      group_unknown: true,
      group_invalid: true,
      name_invalid: true,
      entry_invalid: true,
      entry_outside_package: true,
      entry_not_found: true,
      entry_not_a_file: true,
      description_invalid: true,
      dependencies_invalid: true,
      duplicate_copy: true,
      source_failed: true,
    };
    expect([...new Set([...BROKEN_PACKAGES.map(({ code }) => code), ...others])].sort()).toEqual(Object.keys(all).sort());
  });

  test("reports a package that may not be read", () => {
    const root = tempTree({ "package.json": { dependencies: { a: "1" } }, ...pluginPackage("node_modules/a", "a") });
    const open = fs.openSync;
    vi.spyOn(fs, "openSync").mockImplementation((file, ...rest) => {
      if (String(file).includes("node_modules")) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
      return open(file, ...rest);
    });
    expect(scan(root).skipped).toMatchObject([{ code: "manifest_unreadable", package: "a", found: "EACCES" }]);
  });

  test("is not led astray by a node_modules full of loops", () => {
    const outer = tempTree({
      ...pluginPackage("app", "app", "own", { dependencies: { self: "1", loop: "1", up: "1" } }),
      "app/node_modules/self": linkTo(".."),
      "app/node_modules/loop": linkTo("loop"),
      "app/node_modules/up": linkTo("../.."),
      "app/node_modules/@loop": linkTo("@loop"),
      "app/node_modules/.bin": linkTo("."),
    });
    const root = path.join(outer, "app");
    expect(keysOf(scan(root))).toEqual(["floe.computes:own"]);
    expect(verdictsOf(scan(root))).toEqual(["manifest_unreadable", "package_not_installed dependencies.up"]);
    expect(keysOf(scan(root, "installed"))).toEqual(["floe.computes:own"]);
  });

  test("never throws and leaves Object.prototype alone, whatever the bytes of a package.json", () => {
    const root = tempTree({ "package.json": { dependencies: { a: "1" } }, "node_modules/a/plugin.js": "" });
    const manifest = path.join(root, "node_modules/a/package.json");
    const good = Buffer.from(JSON.stringify(pluginManifest("a")));
    const damaged = fc
      .tuple(fc.nat({ max: good.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 4 }))
      .map(([at, bytes]) => Buffer.concat([good.subarray(0, at), bytes, good.subarray(at + bytes.length)]));
    const before = Object.getOwnPropertyNames(Object.prototype);
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), damaged, fc.json().map((text) => Buffer.from(`{"floe":${text}}`))), (bytes) => {
        fs.writeFileSync(manifest, bytes);
        const { entryPoints, skipped } = scan(root);
        expect(skipped.every(({ code }) => code !== "source_failed")).toBe(true);
        expect(entryPoints.every(({ package: owner }) => owner.path === path.dirname(manifest))).toBe(true);
      }),
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});
