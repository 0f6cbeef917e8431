import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * What stands at a path of a temporary project: a file's text or bytes, a symbolic link (its target as
 * written, so relative to the link's own folder), an empty folder, or a FIFO (POSIX systems only).
 */
export type TempFile =
  | string
  | Uint8Array
  | { readonly symlink: string }
  | { readonly directory: true }
  | { readonly fifo: true };

/** Puts `file` at the absolute `path`, in place of whatever is there; makes the folders above it. */
export function writeTempFile(path: string, file: TempFile): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { recursive: true, force: true });
  if (typeof file === "string" || file instanceof Uint8Array) writeFileSync(path, file);
  else if ("symlink" in file) symlinkSync(file.symlink, path);
  else if ("directory" in file) mkdirSync(path);
  // Node has no call of its own for it.
  else execFileSync("mkfifo", [path], { stdio: "pipe" });
}
