import type { Metadata } from "./metadata-value.ts";

/** The levels of Dagster's logs. */
export type PipesLogLevel = "DEBUG" | "INFO" | "WARNING" | "ERROR" | "CRITICAL";

/** What went wrong, as Dagster shows it. */
export interface PipesException {
  readonly name: string | null;
  readonly message: string;
  readonly stack: readonly string[];
  readonly cause: PipesException | null;
  readonly context: PipesException | null;
}

/** The parameters by method. Dagster refuses a message in which one is missing or that has another. */
export interface PipesMethods {
  readonly opened: { readonly extras: Readonly<Record<string, unknown>> };
  readonly closed: { readonly exception?: PipesException };
  readonly log: { readonly message: string; readonly level: PipesLogLevel };
  readonly report_asset_materialization: {
    readonly asset_key: string;
    readonly data_version: string | null;
    readonly metadata: Metadata | null;
  };
  readonly report_asset_check: {
    readonly asset_key: string;
    readonly check_name: string;
    readonly passed: boolean;
    readonly severity: "WARN" | "ERROR";
    readonly metadata: Metadata | null;
  };
  readonly log_external_stream: {
    readonly stream: "stdout" | "stderr";
    readonly text: string;
    readonly extras: Readonly<Record<string, unknown>>;
  };
}

/**
 * A message as it is written: one line, in ASCII. A reader that cuts the stream anywhere or reads it in another encoding
 * does it no harm.
 */
export function messageLine<Method extends keyof PipesMethods>(method: Method, params: PipesMethods[Method]): string {
  const message = { __dagster_pipes_version: "0.1", method, params };
  return `${JSON.stringify(message, wellFormed).replace(/[\u007F-\uFFFF]/g, escaped)}\n`;
}

/** Half of a pair, for example where a text was cut, is something that Dagster's database refuses. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\uFFFD") : value;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
