import type { TransformConfig } from "floe-core";

/** What a transform's header may state. */
export type TransformSettings = Pick<
  TransformConfig,
  "materialization" | "uniqueKey" | "watermark" | "tags" | "dependsOn" | "schema" | "meta" | "compute"
>;

/** What holds for a transform without a header. */
export const DEFAULT_SETTINGS: TransformSettings = Object.freeze({
  materialization: "table",
  uniqueKey: undefined,
  watermark: undefined,
  tags: [],
  dependsOn: [],
  schema: undefined,
  meta: {},
  compute: null,
});
