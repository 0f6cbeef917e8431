import { readFileSync } from "node:fs";

/** The version in this package's own package.json. This file lies as deep in `src` as bundles do in `dist`. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new TypeError("Cannot read the version of floe: package.json has none");
}
