import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { MANIFEST_MAX_BYTES, ManifestReader, unreadableProblem } from "../../../../src/discovery/scan/manifest-reader.ts";
import { emptyFolder, fifo, linkTo, tempTree, type Content } from "../support/temp-tree.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const always = (): boolean => true;
const never = (): boolean => false;

function read(content: Content, concerns: (bytes: Buffer) => boolean = always): unknown {
  const file = path.join(tempTree({ file: content }), "file");
  const found = new ManifestReader().read(file, concerns);
  if (typeof found === "string") return found;
  return found.problem ?? found.value.toString();
}

function fail(code: string): () => never {
  return () => {
    throw Object.assign(new Error(`${code}: no`), { code });
  };
}

describe("ManifestReader", () => {
  test("reads what concerns someone, and says of the rest that it is plain", () => {
    expect(read("text")).toBe("text");
    expect(read("text", never)).toBe("plain");
    expect(read("x".repeat(40 * 1024), never)).toBe("plain");
  });

  test("does not ask what kind of file a plain one is", () => {
    const stat = vi.spyOn(fs, "fstatSync");
    read("text", never);
    expect(stat).not.toHaveBeenCalled();
  });

  test("reads files of every size up to the limit, and shows all of it to who is concerned", () => {
    const reader = new ManifestReader();
    for (const size of [1, 32 * 1024 - 1, 32 * 1024, 32 * 1024 + 1, 200_000, MANIFEST_MAX_BYTES]) {
      const text = `${"x".repeat(size - 1)}!`;
      const file = path.join(tempTree({ file: text }), "file");
      const found = reader.read(file, (bytes) => bytes.at(-1) === 0x21);
      expect(typeof found === "object" && found.value?.toString() === text).toBe(true);
    }
    expect(reader.read(path.join(tempTree({ file: "x".repeat(100_000) }), "file"), never)).toBe("plain");
  });

  test("refuses a larger file without reading it", () => {
    expect(read("x".repeat(MANIFEST_MAX_BYTES + 1), never)).toMatchObject({
      code: "manifest_too_large",
      found: "1048577 bytes",
    });
  });

  test("hands on an empty file, which is no package.json", () => {
    expect(read("", never)).toBe("");
  });

  test.each([
    ["a folder", emptyFolder, "manifest_unreadable"],
    ["a FIFO without a writer", fifo, "manifest_unreadable"],
    ["a loop of links", linkTo("file"), "manifest_unreadable"],
    ["a device that never ends", linkTo("/dev/zero"), "manifest_unreadable"],
  ])("refuses %s", (_, content, code) => {
    expect(read(content)).toMatchObject({ code });
    expect(read(content, never)).toMatchObject({ code });
  });

  test("says of what is no file that it is something else", () => {
    expect(read(fifo)).toMatchObject({ expected: "a regular file", found: "something else of that name" });
  });

  test("finds nothing at a link that leads nowhere or a file where a folder should be", () => {
    expect(read(linkTo("nowhere"))).toBe("absent");
    const file = path.join(tempTree({ file: "" }), "file", "package.json");
    expect(new ManifestReader().read(file, always)).toBe("absent");
  });

  test("follows a link to a file", () => {
    const folder = tempTree({ file: linkTo("other"), other: "text" });
    expect(new ManifestReader().read(path.join(folder, "file"), always)).toMatchObject({ value: Buffer.from("text") });
  });

  test("reports a file that may not be read", () => {
    vi.spyOn(fs, "openSync").mockImplementation(fail("EACCES"));
    expect(read("text")).toMatchObject({ code: "manifest_unreadable", found: "EACCES" });
  });

  test("reports a file that stops being readable, and closes it", () => {
    vi.spyOn(fs, "readSync").mockImplementation(fail("EIO"));
    const close = vi.spyOn(fs, "closeSync");
    expect(read("text")).toMatchObject({ code: "manifest_unreadable", found: "EIO" });
    expect(close).toHaveBeenCalled();
  });

  test("takes what is there of a file that shrinks while it is read", () => {
    const file = path.join(tempTree({ file: "x".repeat(40_000) }), "file");
    const original = fs.readSync;
    let calls = 0;
    vi.spyOn(fs, "readSync").mockImplementation(((...args: Parameters<typeof original>) => {
      calls += 1;
      return calls === 1 ? original(...args) : 0;
    }));
    const found = new ManifestReader().read(file, always);
    expect(typeof found === "object" && found.value?.length).toBe(32 * 1024);
  });
});

test("unreadableProblem shows the message of an error that has no code", () => {
  expect(unreadableProblem(new Error("odd\u001b")).found).toBe("odd\\u{1b}");
  expect(unreadableProblem("odd").found).toBe("odd");
});
