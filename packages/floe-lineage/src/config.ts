export { lineageSchema } from "./config/lineage-schema.ts";
export type { LineageSinkConfig } from "./transport/lineage-sink-config.ts";
export type { LineageToken } from "./transport/lineage-token.ts";
