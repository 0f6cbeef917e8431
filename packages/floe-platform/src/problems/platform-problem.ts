import type { SourcePosition } from "../document/source-position.ts";

/** What kind of mistake a problem is; stable. */
export type ProblemCode =
  // the file
  | "file_not_found"
  | "file_unreadable"
  | "file_type_unsupported"
  | "syntax_invalid"
  // compiled artifacts in place of a platform file
  | "artifacts_invalid"
  // its shape
  | "type_invalid"
  | "key_unknown"
  | "key_missing"
  | "value_invalid"
  | "name_invalid"
  | "name_repeated"
  // references to variables and secrets
  | "reference_invalid"
  | "variable_unset"
  | "secret_misplaced"
  | "secrets_plugin_missing"
  // plugins
  | "plugin_not_found"
  | "plugin_refused"
  | "plugin_repeated"
  | "plugin_config_invalid"
  | "plugin_dependency"
  // sources and transforms
  | "source_not_found"
  | "transforms_not_found"
  | "transform_unreadable"
  | "header_invalid"
  | "sql_invalid"
  | "table_unknown"
  | "dependency_unknown"
  | "dependency_cycle"
  // the schedule
  | "cron_invalid"
  | "timezone_invalid";

/** One mistake: where, what was expected and found, and what to do. Plain JSON. */
export interface PlatformProblem extends SourcePosition {
  readonly code: ProblemCode;
  /** Where inside the file, for example `plugins.compute.config.threads`; empty for the whole of it. */
  readonly path: string;
  /** One sentence without full stop. Never holds a value out of a plugin's configuration. */
  readonly message: string;
  readonly expected: string;
  /** What is there instead: its type, or a name as written. */
  readonly found: string;
  /** The valid name most like the one that was found, if one is near. */
  readonly nearest?: string;
  /** What to do about it, as one sentence. */
  readonly remedy: string;
}
