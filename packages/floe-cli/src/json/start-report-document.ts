import type { ActivationReport } from "floe-core";
import type { JsonDocument } from "./json-document.ts";

/** What `floe run --report` writes. `ok`: every plugin is up. */
export interface StartReportDocument extends JsonDocument {
  readonly command: "run";
  readonly startup: ActivationReport;
}

/** The document for how plugins started. */
export function startReportDocument(startup: ActivationReport): StartReportDocument {
  return { version: "1.0", command: "run", ok: startup.ok, startup };
}
