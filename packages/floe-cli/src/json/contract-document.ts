import type { PackageContractReport } from "floe-testing";
import type { JsonDocument } from "./json-document.ts";

/** What `floe contract --json` prints. */
export interface ContractDocument extends JsonDocument {
  readonly command: "contract";
  /** The package's folder, absolute. */
  readonly folder: string;
  /** What was found. `ok` of the document is its `ok`. */
  readonly report: PackageContractReport;
}

/** The document for a package whose contract was tried. */
export function contractDocument(folder: string, report: PackageContractReport): ContractDocument {
  return { version: "1.0", command: "contract", ok: report.ok, folder, report };
}
