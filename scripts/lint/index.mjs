/**
 * The rules of CONTRIBUTING.md that eslint cannot see: layers and cycles, tests that mirror sources, names, what a
 * package needs to be published. Prints every problem, then exits 1 if there was one.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { publicPackages, root } from "../shared/workspace.mjs";
import { checkDisableReasons } from "./disable-reasons.mjs";
import { checkFileNames } from "./file-names.mjs";
import { checkMachineTraces } from "./machine-traces.mjs";
import { checkCoreVersion, checkPackageFiles } from "./package-files.mjs";
import { checkTestMirror } from "./test-mirror.mjs";

const packages = publicPackages();
const problems = [
  ...packages.flatMap((pkg) => [
    ...checkTestMirror(pkg),
    ...checkFileNames(pkg),
    ...checkPackageFiles(pkg),
    ...checkCoreVersion(pkg),
  ]),
  ...checkTexts(),
];
for (const problem of problems) console.error(problem);
const layersHold = checkLayers();
if (problems.length > 0) console.error(`\nlint: ${problems.length} problem${problems.length === 1 ? "" : "s"}`);
if (problems.length > 0 || !layersHold) process.exitCode = 1;

function checkTexts() {
  const files = filesOfRepository();
  if (files === undefined) {
    console.error("lint: not a git checkout, so its files were not searched for traces of one machine");
    return [];
  }
  return files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    if (text.includes("\0")) return [];
    return [...checkMachineTraces(file, text), ...(/\.[cm]?[jt]s$/.test(file) ? checkDisableReasons(file, text) : [])];
  });
}

/** What git tracks or would add; undefined outside a checkout. */
function filesOfRepository() {
  try {
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 64 * 1024 * 1024,
    });
    return [...new Set(listed.split("\0"))].filter((file) => file !== "" && existsSync(path.join(root, file)));
  } catch {
    return undefined;
  }
}

function checkLayers() {
  const cruiser = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const folders = ["packages", "plugins", "examples", "tests", "bench"].filter((folder) => existsSync(path.join(root, folder)));
  const { status } = spawnSync(process.execPath, [cruiser, "--config", "scripts/lint/layers.config.mjs", ...folders], {
    cwd: root,
    stdio: "inherit",
  });
  return status === 0;
}
