import { isPluginError, reasonOf, type CallOptions, type ConnectionResult } from "floe-core";
import { validateConnection } from "../connection/validate-connection.ts";
import { readDocument, type WrittenDocument } from "../files/read-document.ts";
import { workingDirectory, type ProductEnvironment } from "./product-environment.ts";

/**
 * Looks whether Dagster answers and serves the product, which is known once its code location has been written, or from
 * the configuration. Before that it looks at the webserver and the daemon. Files that cannot be read are a warning.
 *
 * @throws only the signal's reason.
 */
export async function probe({ config, baseDir, clock }: Pick<ProductEnvironment, "config" | "baseDir" | "clock">, { signal }: CallOptions = {}): Promise<ConnectionResult> {
  signal?.throwIfAborted();
  const folder = workingDirectory({ config, baseDir });
  const { written, fault } = folder === null ? {} : await lookAt(folder);
  const location = config.location ?? written?.location;
  const result = await validateConnection({ config, location, workingDirectory: folder, signal, clock });
  if (fault === undefined) return result;
  const warnings = [fault, ...result.warnings];
  // Dagster itself may be well, but neither it nor a run can use such files.
  return result.status === "unhealthy" ? { ...result, warnings } : { ...result, status: "degraded", message: fault, warnings };
}

async function lookAt(folder: string): Promise<{ readonly written?: WrittenDocument | undefined; readonly fault?: string }> {
  try {
    return { written: await readDocument(folder) };
  } catch (error) {
    return { fault: isPluginError(error) ? `${error.message}. ${error.hint}` : reasonOf(error) };
  }
}
