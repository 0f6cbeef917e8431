/**
 * Packs every public package into .tmp/packs as `pnpm publish` would, and checks the tarballs: publint (entries exist
 * and are what they claim), attw (types resolve for every entry), and that licence and readme are inside.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { publicPackages, root } from "../shared/workspace.mjs";

/** @typedef {{ name: string, filename: string, files: { path: string }[] }} Packed */

const destination = path.join(root, ".tmp/packs");
const packages = publicPackages();
const packed = pack();
const problems = (await Promise.all(packages.map(problemsOf))).flat();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`pack: ${packages.length} tarballs are fit to publish`);

/** @param {import("../shared/workspace.mjs").WorkspacePackage} pkg */
async function problemsOf(pkg) {
  const tarball = packed.find(({ name }) => name === pkg.manifest.name);
  const found =
    tarball === undefined
      ? ["was not packed"]
      : [...contentProblems(tarball), ...(await publintProblems(tarball)), ...(await typeProblems(pkg, tarball))];
  return found.map((problem) => `${pkg.manifest.name}: ${problem}`);
}

/** @returns {Packed[]} */
function pack() {
  rmSync(destination, { recursive: true, force: true });
  mkdirSync(destination, { recursive: true });
  const filters = packages.flatMap(({ folder }) => ["--filter", `./${folder}`]);
  const output = execFileSync("pnpm", ["-r", ...filters, "pack", "--pack-destination", destination, "--json"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 64 * 1024 * 1024,
  });
  return /** @type {Packed[]} */ (JSON.parse(output));
}

/** @param {Packed} tarball */
function contentProblems({ files }) {
  const paths = files.map((file) => file.path);
  const missing = ["package.json", "LICENSE", "README.md"].filter((file) => !paths.includes(file));
  const stray = paths.filter((file) => /(^|\/)(src|tests|etc|node_modules)\/|^dist\/\./.test(file));
  return [...missing.map((file) => `${file} is not packed`), ...stray.map((file) => `${file} should not be packed`)];
}

/** @param {Packed} tarball */
async function publintProblems({ filename }) {
  const tarball = new Uint8Array(readFileSync(filename)).buffer;
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`);
}

/**
 * @param {import("../shared/workspace.mjs").WorkspacePackage} pkg
 * @param {Packed} tarball
 * @returns {Promise<string[]>}
 */
async function typeProblems({ manifest }, { filename }) {
  const typed = Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) => (typeof target === "string" ? [] : [entry]));
  if (typed.length === 0) return [];
  const attw = path.join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  // Every package is an ES module alone: Node >= 20.19 can require() it, the resolution of older ones is not asked for.
  const options = ["--profile", "esm-only", "--format", "ascii", "--no-emoji", "--no-color", "--entrypoints", ...typed];
  const child = spawn(process.execPath, [attw, filename, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  return code === 0 ? [] : [`attw:\n${output}`];
}
