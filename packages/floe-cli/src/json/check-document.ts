import type { CompiledArtifacts, PluginInfo } from "floe-core";
import type { PlatformProblem } from "floe-platform";
import type { JsonDocument } from "./json-document.ts";
import { pluginSummary, type PluginSummary } from "./plugin-summary.ts";

/** What a check that found nothing wrong went through. */
export interface CheckedProduct {
  readonly name: string;
  /** SHA-256 over the inputs, in hex. */
  readonly hash: string;
  /** In the order in which they start. */
  readonly plugins: readonly PluginSummary[];
  /** Their names. */
  readonly sources: readonly string[];
  /** Their names, in dependency order. */
  readonly transforms: readonly string[];
  readonly schedule: NonNullable<CompiledArtifacts["schedule"]> | null;
}

/** What `floe check --json` prints, whether or not something is wrong. */
export interface CheckDocument extends JsonDocument {
  readonly command: "check";
  /** The platform file, absolute. */
  readonly file: string;
  /** Everything that is wrong, with its place; empty exactly if `ok`. */
  readonly problems: readonly PlatformProblem[];
  /** Null if something is wrong. */
  readonly product: CheckedProduct | null;
}

/** What there is to say of a product without problems. */
export function checkedProduct(artifacts: CompiledArtifacts, plugins: readonly PluginInfo[]): CheckedProduct {
  return {
    name: artifacts.product.name,
    hash: artifacts.hash,
    plugins: plugins.map(pluginSummary),
    sources: artifacts.sources.map(({ name }) => name),
    transforms: artifacts.transforms.map(({ name }) => name),
    schedule: artifacts.schedule ?? null,
  };
}

/** The document for a check: of problems, or of the product that has none. */
export function checkDocument(file: string, outcome: readonly PlatformProblem[] | CheckedProduct): CheckDocument {
  const base = { version: "1.0", command: "check", file } as const;
  if ("name" in outcome) return { ...base, ok: true, problems: [], product: outcome };
  return { ...base, ok: false, problems: outcome, product: null };
}
