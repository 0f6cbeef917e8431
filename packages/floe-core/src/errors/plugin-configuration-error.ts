import type { PluginKey } from "../plugin-key.ts";
import { PluginError } from "./plugin-error.ts";

/** One thing wrong with a configuration. */
export interface ConfigurationIssue {
  /** Where, from the configuration's root: keys and indices joined by dots; empty for the root. */
  readonly path: string;
  /** The rule that was broken, for example `invalid_type` or `unrecognized_keys`. */
  readonly rule: string;
  /** One sentence; never holds the value that was given. */
  readonly message: string;
  /** What the rule wants. */
  readonly expected: string;
  /** What was given: the name of its type, never its value. */
  readonly received: string;
  /** The known key most like an unknown one, if one is near. */
  readonly nearest?: string;
}

/** A configuration was refused, or used before there was one. Everything wrong with it is listed. */
export class PluginConfigurationError extends PluginError {
  readonly plugin: PluginKey;
  readonly issues: readonly ConfigurationIssue[];

  constructor(details: {
    readonly plugin: PluginKey;
    readonly verb?: string;
    readonly reason?: string;
    readonly issues?: readonly ConfigurationIssue[];
    readonly hint?: string;
    readonly cause?: unknown;
  }) {
    const issues = details.issues ?? [];
    const reason = details.reason ?? issues.map(sentence).join("; ");
    super("FLOE_PLUGIN_CONFIGURATION", `Cannot ${details.verb ?? "configure"} plugin ${details.plugin}: ${reason}`, {
      hint: details.hint ?? issues.map(didYouMean).filter(Boolean).join(" "),
      cause: details.cause,
    });
    this.plugin = details.plugin;
    this.issues = Object.freeze(issues.map((issue) => Object.freeze({ ...issue })));
  }
}

function sentence(issue: ConfigurationIssue): string {
  return issue.path === "" ? issue.message : `${issue.path}: ${issue.message}`;
}

function didYouMean(issue: ConfigurationIssue): string {
  return issue.nearest === undefined ? "" : `Did you mean "${issue.nearest}" instead of "${issue.path}"?`;
}
