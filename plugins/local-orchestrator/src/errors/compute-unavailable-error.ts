import { PluginError } from "floe-core";

/** A transform's compute plugin is not there, or cannot run SQL in this process. */
export class ComputeUnavailableError extends PluginError {
  /** The compute asked for; null for the platform's default. */
  readonly compute: string | null;
  /** The names of the selected compute plugins, in the platform's order. */
  readonly available: readonly string[];

  constructor(details: {
    readonly compute: string | null;
    readonly available: readonly string[];
    readonly reason: string;
    readonly hint: string;
  }) {
    const noun = details.compute === null ? "the default compute" : `compute "${details.compute}"`;
    super("FLOE_ORCHESTRATOR_COMPUTE", `Cannot use ${noun}: ${details.reason}`, { hint: details.hint });
    this.compute = details.compute;
    this.available = Object.freeze([...details.available]);
  }
}
