import { PluginError, type PluginErrorOptions } from "./plugin-error.ts";

/** Where dbt failed, as far as dbt says. */
export interface DbtFailurePlace {
  readonly file?: string;
  readonly line?: number;
  readonly model?: string;
  readonly adapter?: string;
}

/** The base of what a dbt plugin may refuse with. */
export abstract class DbtError extends PluginError {
  readonly file: string | undefined;
  /** From 1. */
  readonly line: number | undefined;
  readonly model: string | undefined;
  readonly adapter: string | undefined;

  constructor(code: string, message: string, options: PluginErrorOptions & DbtFailurePlace = {}) {
    super(code, message, options);
    this.file = options.file;
    this.line = options.line;
    this.model = options.model;
    this.adapter = options.adapter;
  }
}

/** The project does not compile. */
export class DbtCompilationError extends DbtError {
  constructor(message: string, options?: PluginErrorOptions & DbtFailurePlace) {
    super("FLOE_DBT_COMPILATION", message, options);
  }
}

/** A model or test failed while it ran. */
export class DbtExecutionError extends DbtError {
  constructor(message: string, options?: PluginErrorOptions & DbtFailurePlace) {
    super("FLOE_DBT_EXECUTION", message, options);
  }
}
