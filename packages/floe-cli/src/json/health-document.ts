import type { ActivationReport, HealthReport } from "floe-core";
import type { JsonDocument } from "./json-document.ts";

/** What `floe health --json` prints; with `--watch` once per check, each on a line of its own. */
export interface HealthDocument extends JsonDocument {
  readonly command: "health";
  /** `file` is absolute. */
  readonly product: { readonly name: string; readonly file: string };
  /** How the plugins started: those that did not have their error here. */
  readonly startup: ActivationReport;
  /** `ok` of the document is whether `overall` is not `unhealthy`. */
  readonly health: HealthReport;
}

/** The document for one check of a product's plugins. */
export function healthDocument({ product, startup, health }: Pick<HealthDocument, "product" | "startup" | "health">): HealthDocument {
  return { version: "1.0", command: "health", ok: health.overall !== "unhealthy", product, startup, health };
}
