import { PluginError, type ActivationReport } from "floe-core";

/** Plugins of the platform could not be started. What had been started was stopped again. */
export class PlatformStartError extends PluginError {
  /** How each plugin came out. */
  readonly report: ActivationReport;

  constructor(report: ActivationReport) {
    const failures = report.plugins.flatMap(({ error }) => (error === undefined ? [] : [error]));
    // What is blocked only repeats why something else failed.
    const roots = report.plugins.filter(({ error, blockedBy }) => error !== undefined && blockedBy === undefined);
    const reasons = (roots.length > 0 ? roots.flatMap(({ error }) => error ?? []) : failures).map(({ message }) => message);
    super("FLOE_PLATFORM_START", `Cannot start the platform: ${reasons.join("; ")}`, { hint: failures[0]?.hint ?? "" });
    this.report = report;
  }
}
