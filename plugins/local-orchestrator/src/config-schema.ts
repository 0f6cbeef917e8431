import type { ConfigSchema } from "floe-core";
import type { LineageSinkConfig } from "floe-lineage";
import { lineageSchema } from "floe-lineage/config";
import { z } from "zod";

/** The settings of the local orchestrator. */
export interface LocalOrchestratorConfig {
  /** How many transforms run side by side, from 1 to 64. Default: 4. */
  readonly concurrency: number;
  /** Where OpenLineage events go besides the selected lineage backends. Default: nowhere. */
  readonly lineage?: LineageSinkConfig | undefined;
}

/** Strict: an unknown key is an issue, not ignored. */
export const configSchema: ConfigSchema<LocalOrchestratorConfig> = z.strictObject({
  concurrency: z.int().min(1).max(64).default(4).describe("How many transforms run side by side."),
  lineage: lineageSchema.optional().describe("Where OpenLineage events go besides the selected lineage backends."),
});
