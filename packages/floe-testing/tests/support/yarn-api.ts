import { createRequire } from "node:module";
import { join } from "node:path";
import type { PnpApi } from "floe-core";
import type { TempProject } from "../../src/temp-project/create-temp-project.ts";

/** The API of the project's own map. Merely required, it leaves this process as it is. */
export function yarnApiOf(project: Pick<TempProject, "root">): PnpApi {
  return createRequire(import.meta.url)(join(project.root, ".pnp.cjs")) as PnpApi;
}
