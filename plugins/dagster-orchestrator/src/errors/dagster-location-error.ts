import { PluginError } from "floe-core";

/** What is wrong with a code location. */
export type LocationProblem = "missing" | "failed" | "loading" | "version" | "schedule";

/** Dagster does not serve the product: its code location is missing, failed to load, or is of another version. */
export class DagsterLocationError extends PluginError {
  /** The name of the code location. */
  readonly location: string;
  readonly problem: LocationProblem;

  constructor(details: { readonly location: string; readonly problem: LocationProblem; readonly reason: string; readonly hint: string }) {
    const { location, problem, reason, hint } = details;
    super("FLOE_DAGSTER_LOCATION", `Cannot use Dagster's code location "${location}": ${reason}`, { hint });
    this.location = location;
    this.problem = problem;
  }
}
