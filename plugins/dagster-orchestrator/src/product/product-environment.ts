import path from "node:path";
import { systemClock, type Clock, type Logger } from "floe-core";
import type { DagsterOrchestratorConfig } from "../config-schema.ts";
import { dagsterClient } from "../graphql/dagster-client.ts";
import { pause, type Pause } from "../run/pause.ts";
import type { DagsterEnvironment } from "../run/run-environment.ts";

/** What the plugin is, as far as its work needs it. */
export interface ProductEnvironment {
  readonly config: DagsterOrchestratorConfig;
  /** What relative paths of the configuration start from. */
  readonly baseDir: string;
  readonly logger: Logger;
  /** Default: this machine's. */
  readonly clock?: Clock | undefined;
  readonly pause?: Pause | undefined;
}

/** Where the code location lives, absolute; null if Dagster has a copy of its own. */
export function workingDirectory({ config, baseDir }: Pick<ProductEnvironment, "config" | "baseDir">): string | null {
  return config.workingDirectory === null ? null : path.resolve(baseDir, config.workingDirectory);
}

/** What talking to Dagster needs. */
export function dagsterEnvironment({ config, logger, clock = systemClock, pause: wait = pause }: ProductEnvironment): DagsterEnvironment {
  return { client: dagsterClient(config), logger, clock, pause: wait };
}
