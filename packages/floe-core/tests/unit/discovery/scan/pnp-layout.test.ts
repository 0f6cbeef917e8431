import path from "node:path";
import { describe, expect, test } from "vitest";
import type { PnpApi } from "../../../../src/discovery/scan/pnp-api.ts";
import { PnpLayout } from "../../../../src/discovery/scan/pnp-layout.ts";
import { fakePnp } from "../support/fake-pnp.ts";
import { linkTo, tempTree } from "../support/temp-tree.ts";

const API = fakePnp([
  {
    name: "app",
    reference: "workspace:.",
    folder: "/app",
    dependencies: { plug: "virtual:1", alias: ["peer", "1"], "absent-peer": null, lost: "1" },
  },
  { name: "plug", reference: "virtual:1", folder: "/app/virtual/plug", archive: "/cache/plug/" },
  { name: "plug", reference: "1", folder: "/cache/plug" },
  { name: "peer", reference: "1", folder: "/cache/peer" },
]);

function find(name: string, folder = "/app"): string | undefined {
  return new PnpLayout(API).find(name, folder, (candidate) => candidate);
}

describe("PnpLayout.find", () => {
  test("finds what the package may import, aliases too", () => {
    expect([find("plug"), find("alias")]).toEqual(["/app/virtual/plug", "/cache/peer"]);
  });

  test("asks about a folder until a package was found in it", () => {
    const layout = new PnpLayout(API);
    expect(layout.find("plug", "/app", () => undefined)).toBeUndefined();
    expect(layout.find("plug", "/app", () => "found")).toBe("found");
    expect(layout.find("plug", "/app", () => "again")).toBe("met");
  });

  test("asks for the package, not for what Node has built in under its name", () => {
    const builtin: PnpApi["resolveToUnqualified"] = (request, issuer, options) =>
      options.considerBuiltins ? null : API.resolveToUnqualified(request, issuer, options);
    const layout = new PnpLayout({ ...API, resolveToUnqualified: builtin });
    expect(layout.find("plug", "/app", (candidate) => candidate)).toBe("/app/virtual/plug");
  });

  test.each(["not-declared", "absent-peer", "lost"])("finds nothing for %s", (name) => {
    expect(find(name)).toBeUndefined();
  });
});

describe("PnpLayout.installed", () => {
  test("lists the application's dependencies, then everything, instances with peers before their archive", () => {
    expect([...new PnpLayout(API).installed("/app")]).toEqual([
      { slot: "/cache/plug", name: "plug", folder: "/app/virtual/plug", distance: 1 },
      { slot: "/cache/peer", name: "peer", folder: "/cache/peer", distance: 1 },
      { slot: "/cache/plug", name: "plug", folder: "/app/virtual/plug", distance: 2 },
      { slot: "/app", name: "app", folder: "/app", distance: 2 },
      { slot: "/cache/peer", name: "peer", folder: "/cache/peer", distance: 2 },
      { slot: "/cache/plug", name: "plug", folder: "/cache/plug", distance: 2 },
    ]);
  });

  test("lists everything for an application that the map does not know", () => {
    const all = [...new PnpLayout(API).installed("/elsewhere")];
    expect(all.map(({ distance }) => distance)).toEqual([2, 2, 2, 2]);
  });

  test("calls a package without a name by none", () => {
    const api = { ...fakePnp([]), getAllLocators: () => [{ name: null, reference: null }] };
    const place = { packageLocation: "/top/", packageDependencies: new Map<string, string>() };
    const layout = new PnpLayout({ ...api, getPackageInformation: () => place });
    expect([...layout.installed("/app")]).toEqual([{ slot: "/top", name: "", folder: "/top", distance: 2 }]);
  });
});

test("PnpLayout takes instances of one archive for one package", () => {
  const layout = new PnpLayout(API);
  expect(layout.identity("/app/virtual/plug")).toBe(layout.identity("/cache/plug"));
});

test("PnpLayout resolves links", () => {
  const folder = tempTree({ "a.js": "", "link.js": linkTo("a.js") });
  const layout = new PnpLayout(API);
  const real = layout.resolve(path.join(folder, "link.js"));
  expect([real, layout.isFile(real), layout.isFile(folder)]).toEqual([path.join(folder, "a.js"), true, false]);
});
