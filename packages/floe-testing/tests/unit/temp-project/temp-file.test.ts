import { lstatSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTempProject } from "../../../src/temp-project/create-temp-project.ts";
import { writeTempFile } from "../../../src/temp-project/temp-file.ts";

test("writeTempFile writes text and bytes, and makes the folders above", () => {
  using project = createTempProject({ floeCore: "none" });
  const path = join(project.path, "a/b/file");
  writeTempFile(path, "text");
  expect(readFileSync(path, "utf8")).toBe("text");
  writeTempFile(path, Uint8Array.of(0, 255));
  expect([...readFileSync(path)]).toEqual([0, 255]);
});

test("writeTempFile makes links as they are written, folders and FIFOs", () => {
  using project = createTempProject({ floeCore: "none" });
  const at = (name: string): string => join(project.path, name);
  writeTempFile(at("link"), { symlink: "../nowhere" });
  writeTempFile(at("folder"), { directory: true });
  writeTempFile(at("fifo"), { fifo: true });
  expect(readlinkSync(at("link"))).toBe("../nowhere");
  expect(statSync(at("folder")).isDirectory()).toBe(true);
  expect(statSync(at("fifo")).isFIFO()).toBe(true);
});

test("writeTempFile puts things in place of whatever is there, and never through a link", () => {
  using project = createTempProject({ floeCore: "none", files: { "target.txt": "untouched", folder: { directory: true } } });
  const link = join(project.path, "link");
  writeTempFile(link, { symlink: "target.txt" });
  writeTempFile(link, "new");
  expect(lstatSync(link).isFile()).toBe(true);
  expect(readFileSync(join(project.path, "target.txt"), "utf8")).toBe("untouched");
  writeTempFile(join(project.path, "folder"), "now a file");
  expect(readFileSync(join(project.path, "folder"), "utf8")).toBe("now a file");
});
