import type { OperationReport, PluginReport } from "./reports.ts";

/** Collects the entries of one operation and times it. */
export interface ReportBuilder<Entry extends PluginReport> {
  readonly add: (entry: Entry) => void;
  /** The report as it stands: ok as given, else if no entry holds an error. */
  readonly done: (ok?: boolean) => OperationReport<Entry>;
}

/** Begins a report, now. */
export function reportOf<Entry extends PluginReport>(): ReportBuilder<Entry> {
  const startedAt = new Date().toISOString();
  const began = performance.now();
  const plugins: Entry[] = [];
  return {
    add: (entry) => {
      plugins.push(entry);
    },
    done: (ok = plugins.every((entry) => entry.error === undefined)) => ({
      ok,
      startedAt,
      durationMs: performance.now() - began,
      plugins,
    }),
  };
}
