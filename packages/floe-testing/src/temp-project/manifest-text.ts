import type { DeclaredDependencies } from "./package-graph.ts";

/** What a package.json is made from. */
export interface ManifestParts {
  readonly name: string;
  readonly version: string;
  readonly declared: DeclaredDependencies;
  readonly floe?: unknown;
  readonly floeText?: string | undefined;
  readonly manifest?: Readonly<Record<string, unknown>> | undefined;
}

/** The text of a package.json. A field of `manifest` that is undefined is left out. */
export function manifestText({ name, version, declared, floe, floeText, manifest }: ManifestParts): string {
  const fields = { name, version, type: "module", ...declared, floe, ...manifest };
  if (floeText === undefined) return `${JSON.stringify(fields, undefined, 2)}\n`;
  const others = JSON.stringify({ ...fields, floe: undefined }, undefined, 2);
  return `${others.slice(0, others.lastIndexOf("\n"))},\n  "floe": ${floeText}\n}\n`;
}
