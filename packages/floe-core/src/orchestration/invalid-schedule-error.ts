import { PluginError } from "../errors/plugin-error.ts";

/** A schedule that can never be kept. Everything wrong with it is listed. */
export class InvalidScheduleError extends PluginError {
  readonly job: string;
  /** One sentence each. */
  readonly problems: readonly string[];

  constructor(details: { readonly job: string; readonly problems: readonly string[] }) {
    super("FLOE_ORCHESTRATOR_SCHEDULE", `Cannot schedule job "${details.job}": ${details.problems.join("; ")}`, {
      hint: 'State five cron fields or an alias such as "@daily", and an IANA time zone such as "Europe/Berlin".',
    });
    this.job = details.job;
    this.problems = Object.freeze([...details.problems]);
  }
}
