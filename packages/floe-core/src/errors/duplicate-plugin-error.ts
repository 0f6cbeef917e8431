import type { PluginKey } from "../plugin-key.ts";
import { PluginError } from "./plugin-error.ts";

/** One of several plugins that claim the same key. */
export interface DuplicateCandidate {
  /** The package's name, or `(registered)` for a plugin given to `register`. */
  readonly package: string;
  readonly version: string;
  /** The package's folder; empty for a registered plugin. */
  readonly path: string;
}

/** Several plugins claim one key and nothing says which one is meant. */
export class DuplicatePluginError extends PluginError {
  readonly key: PluginKey;
  readonly candidates: readonly DuplicateCandidate[];

  constructor(details: {
    readonly verb: string;
    readonly key: PluginKey;
    readonly candidates: readonly DuplicateCandidate[];
    readonly hint?: string;
  }) {
    const named = details.candidates.map(describe).join(" and ");
    const first = details.candidates.find((candidate) => candidate.path !== "")?.package ?? "package-name";
    super("FLOE_PLUGIN_DUPLICATE", `Cannot ${details.verb} plugin ${details.key}: offered by ${named}`, {
      hint:
        details.hint ??
        `Remove one of them, or choose in the application's package.json: "floe": { "prefer": { "${details.key}": "${first}" } }.`,
    });
    this.key = details.key;
    this.candidates = Object.freeze([...details.candidates]);
  }
}

function describe(candidate: DuplicateCandidate): string {
  const place = candidate.path === "" ? "" : ` (${candidate.path})`;
  return `${candidate.package} ${candidate.version}${place}`;
}
