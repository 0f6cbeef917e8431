import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, vi } from "vitest";

/** A file's text or bytes, an object to be written as JSON, or a function that makes something else there. */
export type Content = string | Uint8Array | Readonly<Record<string, unknown>> | ((place: string) => void);

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

/** A new temporary folder with these files; removed after the test. Its path has no symbolic links. */
export function tempTree(files: Readonly<Record<string, Content>>): string {
  const folder = fs.realpathSync.native(fs.mkdtempSync(path.join(os.tmpdir(), "floe-discovery-")));
  folders.push(folder);
  addFiles(folder, files);
  return folder;
}

/** Writes more files into `folder`, over what is there. */
export function addFiles(folder: string, files: Readonly<Record<string, Content>>): void {
  for (const [name, content] of Object.entries(files)) {
    const place = path.join(folder, name);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    if (typeof content === "function") content(place);
    else if (typeof content === "string" || content instanceof Uint8Array) fs.writeFileSync(place, content);
    else fs.writeFileSync(place, JSON.stringify(content));
  }
}

/** A symbolic link; a relative target is relative to the link's folder. */
export function linkTo(target: string): (place: string) => void {
  return (place) => fs.symlinkSync(target, place);
}

/** An empty folder. */
export function emptyFolder(place: string): void {
  fs.mkdirSync(place, { recursive: true });
}

/** A named pipe that nobody writes to: opening it the ordinary way would hang. */
export function fifo(place: string): void {
  execFileSync("mkfifo", [place]);
}

/** No file can be opened any more, until mocks are restored: what lies above a test's folder is the machine's. */
export function noFiles(): void {
  vi.spyOn(fs, "openSync").mockImplementation((file) => {
    throw Object.assign(new Error(`ENOENT: ${String(file)}`), { code: "ENOENT" });
  });
}
