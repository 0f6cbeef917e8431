import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { findPython } from "./find-python.ts";

const checkout = path.resolve(import.meta.dirname, "../..");
const lock = path.join(import.meta.dirname, "requirements.txt");

/** A virtual environment with what the lock names, or why there is none. */
export type PythonEnvironment = { readonly bin: string } | { readonly reason: string };

/**
 * Makes the virtual environment `.venv` of the checkout, or finds it as it was made from the very same lock. Every
 * package is a wheel whose hash the lock states: nothing is built, and nothing else is installed.
 */
export async function makeEnvironment(): Promise<PythonEnvironment> {
  const folder = path.join(checkout, ".venv");
  const stamp = path.join(folder, "floe-lock");
  const bin = path.join(folder, process.platform === "win32" ? "Scripts" : "bin");
  const hash = createHash("sha256").update(await readFile(lock)).digest("hex");
  if (existsSync(stamp) && (await readFile(stamp, "utf8")) === hash) return { bin };
  const python = await findPython();
  if ("reason" in python) return python;
  await rm(folder, { recursive: true, force: true });
  await execa(python.command, ["-m", "venv", folder]);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"];
  await execa(path.join(bin, "python"), [...pip, "--requirement", lock], { timeout: 900_000 });
  await writeFile(stamp, hash);
  return { bin };
}
