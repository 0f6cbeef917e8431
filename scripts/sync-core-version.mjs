/** Writes floe-core's package.json version into its `FLOE_CORE_VERSION`; part of every release. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CORE_VERSION } from "./lint/package-files.mjs";
import { root } from "./shared/workspace.mjs";

const core = path.join(root, "packages/floe-core");
const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(path.join(core, "package.json"), "utf8")));
const file = path.join(core, "src/version/core-version.ts");
const text = readFileSync(file, "utf8");
if (!CORE_VERSION.test(text)) throw new Error(`Cannot write the version into ${file}: it does not declare FLOE_CORE_VERSION`);
writeFileSync(file, text.replace(CORE_VERSION, `$1${version}$3`));
