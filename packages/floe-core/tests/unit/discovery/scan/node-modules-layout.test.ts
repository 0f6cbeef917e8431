import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { NodeModulesLayout } from "../../../../src/discovery/scan/node-modules-layout.ts";
import { emptyFolder, linkTo, tempTree } from "../support/temp-tree.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** The folders in which `name` is looked for from `from`, as far as they lie in `root`. */
function candidates(root: string, name: string, from: string, layout = new NodeModulesLayout(root)): string[] {
  const seen: string[] = [];
  layout.find(name, path.join(root, from), (candidate) => {
    seen.push(path.relative(root, candidate));
    return undefined;
  });
  return seen.filter((candidate) => !candidate.startsWith(".."));
}

function installed(root: string, from = ""): { names: [string, number][]; unreadable: string[] } {
  const unreadable: string[] = [];
  const layout = new NodeModulesLayout(path.join(root, from));
  const folders = [...layout.installed(path.join(root, from), (folder) => unreadable.push(path.relative(root, folder)))];
  return {
    names: folders
      .filter(({ folder }) => folder.startsWith(root))
      .map(({ folder, distance }): [string, number] => [path.relative(root, folder), distance])
      .sort(),
    unreadable,
  };
}

describe("NodeModulesLayout.find", () => {
  test("looks into node_modules folders from the package upward, as Node does", () => {
    const root = tempTree({ "node_modules/a/node_modules/b/x": "", "node_modules/c/x": "" });
    expect(candidates(root, "d", "node_modules/a/node_modules/b")).toEqual(["node_modules/a/node_modules/d", "node_modules/d"]);
  });

  test("does not look into node_modules/node_modules", () => {
    const root = tempTree({ "node_modules/node_modules/a/x": "" });
    expect(candidates(root, "a", "node_modules")).toEqual(["node_modules/a"]);
  });

  test("skips a node_modules that is a file, and follows one that is a link", () => {
    const root = tempTree({ "app/sub/node_modules": "", "app/node_modules": linkTo("../shared"), "shared/a/x": "" });
    expect(candidates(root, "@s/a", "app/sub")).toEqual(["app/node_modules/@s/a"]);
  });

  test("stops at the first folder that is accepted", () => {
    const root = tempTree({ "app/node_modules/a/x": "", "node_modules/a/x": "" });
    const seen: string[] = [];
    const layout = new NodeModulesLayout(root);
    const found = layout.find("a", path.join(root, "app"), (candidate) => {
      seen.push(candidate);
      return seen.length;
    });
    expect([found, seen]).toEqual([1, [path.join(root, "app/node_modules/a")]]);
  });

  test("asks about a folder until a package was found in it", () => {
    const root = tempTree({ "app/node_modules/a/x": "", "node_modules/a/x": "" });
    const layout = new NodeModulesLayout(root);
    const look = vi.fn((candidate: string) => (candidate.includes("app") ? "found" : undefined));
    expect(layout.find("a", root, look)).toBeUndefined();
    expect(layout.find("a", path.join(root, "app"), look)).toBe("found");
    expect(layout.find("a", path.join(root, "app/deep"), look)).toBe("met");
    expect(layout.find("a", root, look)).toBeUndefined();
    expect(look.mock.calls.map(([candidate]) => path.relative(root, candidate))).toEqual([
      "node_modules/a",
      "app/node_modules/a",
      "node_modules/a",
    ]);
  });

  test("asks whether a folder is there once something was missing beside it", () => {
    const root = tempTree({ "app/node_modules/a/x": "", "node_modules/b/x": "" });
    const layout = new NodeModulesLayout(root);
    expect(candidates(root, "b", "app", layout)).toEqual(["app/node_modules/b", "node_modules/b"]);
    expect(candidates(root, "a", "app", layout)).toEqual(["app/node_modules/a"]);
    expect(candidates(root, "b", "app", layout)).toEqual(["node_modules/b"]);
  });

  test("looks at each folder of the way once", () => {
    const root = tempTree({ "node_modules/a/x": "" });
    const layout = new NodeModulesLayout(root);
    candidates(root, "a", "app", layout);
    const stat = vi.spyOn(fs, "statSync");
    candidates(root, "a", "app", layout);
    expect(stat).not.toHaveBeenCalled();
  });

  test("takes a node_modules that it may not look at for none", () => {
    const root = tempTree({ "node_modules/a/x": "" });
    vi.spyOn(fs, "statSync").mockImplementation(() => {
      throw new Error("EACCES");
    });
    expect(candidates(root, "a", "")).toEqual([]);
  });
});

describe("NodeModulesLayout.installed", () => {
  test("lists folders and links, scoped ones too, and nothing hidden", () => {
    const root = tempTree({
      "node_modules/a/x": "",
      "node_modules/@s/b/x": "",
      "node_modules/@s/c": linkTo("../../c"),
      "node_modules/@s/.hidden/x": "",
      "node_modules/@empty": emptyFolder,
      "node_modules/.bin/x": "",
      "node_modules/.pnpm/d/x": "",
      "node_modules/file.js": "",
      "node_modules/linked": linkTo("../c"),
      "c/x": "",
    });
    expect(installed(root).names).toEqual([
      ["node_modules/@s/b", 1],
      ["node_modules/@s/c", 1],
      ["node_modules/a", 1],
      ["node_modules/linked", 1],
    ]);
  });

  test("goes upward, farther with each folder", () => {
    const root = tempTree({ "a/b/node_modules/x/x": "", "node_modules/x/x": "" });
    expect(installed(root, "a/b").names).toEqual([
      ["a/b/node_modules/x", 1],
      ["node_modules/x", 3],
    ]);
  });

  test("reports a folder that cannot be listed", () => {
    const root = tempTree({ "node_modules/@s": linkTo("@s"), "node_modules/a/x": "" });
    expect(installed(root)).toEqual({ names: [["node_modules/a", 1]], unreadable: ["node_modules/@s"] });
  });
});

test("NodeModulesLayout takes the real path for a package's identity", () => {
  const root = tempTree({ "a/x": "", link: linkTo("a") });
  const layout = new NodeModulesLayout(root);
  const real = layout.resolve(path.join(root, "link"));
  expect([real, layout.identity(real), layout.isFile(real)]).toEqual([path.join(root, "a"), path.join(root, "a"), false]);
});
