import type { PluginKey, PluginState, SkippedEntry } from "floe-core";
import type { DependencyOutcome } from "../graph/dependency-outcomes.ts";
import type { NodeStatus } from "../graph/graph-view.ts";
import type { JsonError } from "../json/json-document.ts";
import type { Dependents } from "./dependents-of.ts";
import type { ExplainedConfiguration } from "./describe-configuration.ts";

/**
 * Whether a plugin can be used: `accepted`, `conflict` (several packages offer it), `incompatible` (its plugin API
 * does not fit), `skipped` (its entry is wrong), `unreachable` (installed, and nothing leads to it).
 */
export type PluginVerdict = "accepted" | "conflict" | "incompatible" | "skipped" | "unreachable";

/** A package that offers a plugin, and where in it the plugin is. */
export interface Offer {
  readonly package: string;
  readonly version: string;
  /** Absolute. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly export: string;
  /** The plugin-API version that the manifest states; null if it states none. */
  readonly apiVersion: string | null;
  /** Whether this is the one that is used. */
  readonly isChosen: boolean;
}

/** Everything there is to say of one plugin. What is null is not known. */
export interface ExplainedPlugin {
  readonly key: PluginKey;
  readonly verdict: PluginVerdict;
  /** Why it is not accepted, and what to do; null if it is. */
  readonly reason: string | null;
  readonly remedy: string | null;
  readonly version: string | null;
  readonly description: string;
  /** By package. */
  readonly offers: readonly Offer[];
  /** The entries under its name that discovery did not accept. */
  readonly skipped: readonly SkippedEntry[];
  readonly api: { readonly version: string | null; readonly isCompatible: boolean | null; readonly reason: string | null };
  readonly dependencies: readonly DependencyOutcome[];
  readonly dependents: Dependents;
  readonly start: {
    readonly status: Exclude<NodeStatus, "missing">;
    /** Counted from 1; null if it cannot start. */
    readonly wave: number | null;
    readonly becauseOf: PluginKey | null;
    /** The cycles it is on. */
    readonly cycles: readonly (readonly PluginKey[])[];
  } | null;
  readonly state: PluginState | null;
  /** Null: it was not loaded. */
  readonly load: { readonly durationMs: number; readonly error: JsonError | null } | null;
  readonly configuration: ExplainedConfiguration | null;
  /** Whether the product names it, needs it for one that it names, or neither. */
  readonly inProduct: "selected" | "needed" | "no" | null;
}

/**
 * Whether a package brings plugins: `accepted`, `skipped` (something in it is wrong), `unreachable` (nothing leads
 * to it), `no_block`, `empty_block` (it states no plugins), `not_installed`.
 */
export type PackageVerdict = "accepted" | "skipped" | "unreachable" | "no_block" | "empty_block" | "not_installed";

/** What there is to say of a package. What is null is not known. */
export interface ExplainedPackage {
  readonly name: string;
  readonly verdict: PackageVerdict;
  readonly reason: string | null;
  readonly remedy: string | null;
  readonly version: string | null;
  /** Absolute. */
  readonly path: string | null;
  /** Where the application states that it needs it, for example `devDependencies`; null if it does not. */
  readonly declaredIn: string | null;
  readonly skipped: readonly SkippedEntry[];
}

/** The product that was asked about the plugins. */
export interface ExplainedProduct {
  /** Absolute. */
  readonly file: string;
  /** Null if the file does not load. */
  readonly name: string | null;
  readonly error: JsonError | null;
}

/** The answer to one question. Plain JSON. */
export interface Explanation {
  /** As typed. */
  readonly query: string;
  /** The plugin API of this floe. */
  readonly apiVersion: string;
  /** By key: every plugin of the name, or every one that the package brings. */
  readonly plugins: readonly ExplainedPlugin[];
  /** The package that was asked for; null if plugins were. */
  readonly package: ExplainedPackage | null;
  /** Known names that are like the query, where nothing is found. */
  readonly nearest: readonly string[];
  /** Where nothing is found: the plugins that need it. */
  readonly neededBy: readonly PluginKey[];
  readonly product: ExplainedProduct | null;
  readonly discovery: { readonly packagesRead: number; readonly durationMs: number };
}

/** Whether everything that was asked for is found, accepted and, if that was tried, loads. */
export function isGoodNews({ plugins, package: asked }: Explanation): boolean {
  if (plugins.length === 0) return false;
  if (asked !== null && asked.verdict !== "accepted") return false;
  return plugins.every(({ verdict, load }) => verdict === "accepted" && (load === null || load.error === null));
}
