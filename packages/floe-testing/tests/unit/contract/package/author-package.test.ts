import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { asJson, readAuthorPackage, readManifest } from "../../../../src/contract/package/author-package.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

const floe = { apiVersion: "1.0", computes: { mine: "./plugin.js" } };

/** What reading a package.json of this text comes to. */
function reading(manifest: unknown): unknown {
  const text = typeof manifest === "string" ? manifest : JSON.stringify(manifest);
  using project = createTempProject({ files: { "package.json": text } });
  try {
    return { ...readAuthorPackage(project.path), folder: "" };
  } catch (error) {
    return error;
  }
}

describe("readAuthorPackage", () => {
  test("readAuthorPackage takes a path or a file URL, and a byte order mark", () => {
    using project = createTempProject({ floe });
    const expected = { name: "temp-app", version: "1.0.0", folder: project.path };
    expect(readAuthorPackage(project.path)).toMatchObject(expected);
    expect(readAuthorPackage(pathToFileURL(project.path))).toMatchObject(expected);
    expect(readAuthorPackage(pathToFileURL(project.path).href)).toMatchObject(expected);
    expect(reading(`\uFEFF${JSON.stringify({ name: "a", version: "1.0.0", floe })}`)).toMatchObject({ name: "a" });
  });

  test.each([
    ["{", "cannot be read"],
    ["[]", "it is no JSON object"],
    [{ version: "1.0.0", floe }, "has no name"],
    [{ name: "a", floe }, "has no version"],
    [{ name: "../a", version: "1.0.0", floe }, "no name of a package"],
    [{ name: "a", version: "1.0.0" }, "no plugin package"],
    [{ name: "a", version: "1.0.0", floe: {} }, "names none"],
    [{ name: "a", version: "1.0.0", floe: { apiVersion: "1.0", prefer: {} } }, "names none"],
  ])("readAuthorPackage refuses %j with a remedy", (manifest, text) => {
    expect(reading(manifest)).toMatchObject({
      code: "FLOE_CONTRACT_SETUP",
      message: expect.stringContaining(text),
      hint: expect.stringMatching(/./),
    });
  });

  test("readAuthorPackage refuses a folder that is not there", () => {
    expect(() => readAuthorPackage("no/such/folder")).toThrow("there is no folder no/such/folder (ENOENT)");
  });

  test("readAuthorPackage leaves a floe block of the wrong kind to discovery", () => {
    expect(reading({ name: "a", version: "1.0.0", floe: 7 })).toMatchObject({ name: "a" });
  });
});

describe("readManifest", () => {
  test("readManifest reads what a package.json says", () => {
    using project = createTempProject({ floe });
    expect(readManifest(project.path)).toMatchObject({ name: "temp-app", floe });
  });
});

describe("asJson", () => {
  test("asJson is the object itself, or an empty one", () => {
    expect(asJson(floe)).toBe(floe);
    for (const other of [null, 1, "a", [1], undefined]) expect(asJson(other)).toEqual({});
  });
});
