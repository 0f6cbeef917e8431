/*
 * Members of the default export, here and in the other files of this folder: Yarn replaces them in a
 * process that it starts, so that files inside its zip archives can be read; names imported on their own
 * may still be the originals.
 */
import fs from "node:fs";
import { reasonOf } from "../../errors/plugin-error.ts";
import { printable } from "../printable.ts";
import type { Checked, Problem } from "../problem.ts";

/**
 * The largest package.json that is read, in bytes. The largest on the npm registry are some hundred
 * kilobytes; a bound keeps a hostile or broken one from taking memory and time.
 */
export const MANIFEST_MAX_BYTES: number = 1024 * 1024;

/** Room for nearly every package.json; grows when one needs more. */
const INITIAL_BYTES = 32 * 1024;

/** Non-blocking, because opening a FIFO would otherwise wait for its writer. (Windows has no such flag and no such FIFOs.) */
const FLAGS = fs.constants.O_RDONLY | fs.constants.O_NONBLOCK;

/** The bytes of a package.json, valid until the next read; or that there is none, or that it is of no concern. */
export type ManifestRead = Checked<Buffer> | "absent" | "plain";

/** Reads package.json files, one at a time, into one buffer. */
export class ManifestReader {
  #buffer: Buffer = Buffer.allocUnsafeSlow(INITIAL_BYTES);

  /**
   * Reads `file`; it is `plain` if `concerns` says no to its bytes. Never throws.
   *
   * What kind of file it is, is not asked while its first bytes are all there is and nobody is concerned: nearly
   * all files are plain, and the question would cost a sixth of reading one.
   */
  read(file: string, concerns: (bytes: Buffer) => boolean): ManifestRead {
    let descriptor: number;
    try {
      descriptor = fs.openSync(file, FLAGS);
    } catch (error) {
      return isAbsent(error) ? "absent" : { problem: unreadableProblem(error) };
    }
    try {
      const length = fs.readSync(descriptor, this.#buffer, 0, this.#buffer.length, null);
      const bytes = this.#buffer.subarray(0, length);
      if (length > 0 && length < this.#buffer.length && !concerns(bytes)) return "plain";
      const whole = this.#readRest(descriptor, length);
      // An empty file is no package.json but the trace of a broken installation, which is worth a verdict.
      return whole.problem !== undefined || whole.value.length === 0 || concerns(whole.value) ? whole : "plain";
    } catch (error) {
      return { problem: unreadableProblem(error) };
    } finally {
      fs.closeSync(descriptor);
    }
  }

  /** Reads on after the first `start` bytes, if this is a file and not too large. */
  #readRest(descriptor: number, start: number): Checked<Buffer> {
    const stats = fs.fstatSync(descriptor);
    if (!stats.isFile()) return { problem: NOT_A_FILE };
    if (stats.size > MANIFEST_MAX_BYTES) return { problem: tooLarge(stats.size) };
    if (stats.size > this.#buffer.length) {
      const larger = Buffer.allocUnsafeSlow(MANIFEST_MAX_BYTES);
      this.#buffer.copy(larger, 0, 0, start);
      this.#buffer = larger;
    }
    let length = start;
    while (length < stats.size) {
      const count = fs.readSync(descriptor, this.#buffer, length, stats.size - length, null);
      if (count === 0) break;
      length += count;
    }
    return { value: this.#buffer.subarray(0, length) };
  }
}

function isAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

const NOT_A_FILE: Problem = Object.freeze({
  code: "manifest_unreadable",
  expected: "a regular file",
  found: "something else of that name",
  remedy: "Remove what is there, or install the package again.",
});

/** The problem of a file or folder that the system refuses to open or read. */
export function unreadableProblem(error: unknown): Problem {
  const code = codeOf(error);
  return {
    code: "manifest_unreadable",
    expected: "a file or folder that can be read",
    found: typeof code === "string" ? code : printable(reasonOf(error)),
    remedy: "Make it readable for the user that runs this process, or install the package again.",
  };
}

function tooLarge(size: number): Problem {
  return {
    code: "manifest_too_large",
    expected: `at most ${MANIFEST_MAX_BYTES} bytes`,
    found: `${size} bytes`,
    remedy: "Make the package.json smaller; data belongs into files of its own.",
  };
}
