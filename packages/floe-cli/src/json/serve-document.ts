import type { ShutdownReport } from "floe-core";
import type { ServeEvent } from "floe-platform";
import type { JsonDocument } from "./json-document.ts";
import type { PluginSummary } from "./plugin-summary.ts";

/** What is going to be served. Comes before everything else. */
export interface ServingEvent {
  readonly type: "serving";
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `file` is absolute. */
  readonly product: { readonly name: string; readonly file: string; readonly hash: string };
  readonly schedule: { readonly cron: string; readonly timezone: string };
  /** In dependency order. */
  readonly plugins: readonly PluginSummary[];
}

/** The plugins were stopped. Comes after everything else. */
export interface StoppedEvent {
  readonly type: "stopped";
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly shutdown: ShutdownReport;
}

/** What `floe serve --json` prints for everything that happens, each on a line of its own. */
export interface ServeDocument extends JsonDocument {
  readonly command: "serve";
  /** False for plugins that did not start or stop, for a run that did not succeed and for runs that were missed. */
  readonly ok: boolean;
  readonly event: ServingEvent | ServeEvent | StoppedEvent;
}

/** The document for something that happened. */
export function serveDocument(event: ServeDocument["event"]): ServeDocument {
  return { version: "1.0", command: "serve", ok: isGood(event), event };
}

function isGood(event: ServeDocument["event"]): boolean {
  switch (event.type) {
    case "ready":
      return event.startup.ok;
    case "finished":
      return event.result.status === "succeeded";
    case "stopped":
      return event.shutdown.ok;
    case "failed":
    case "missed":
      return false;
    case "serving":
    case "scheduled":
    case "started":
    case "progress":
      return true;
  }
}
