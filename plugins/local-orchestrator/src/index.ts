export type { LocalOrchestratorConfig } from "./config-schema.ts";
export { ComputeUnavailableError } from "./errors/compute-unavailable-error.ts";
export { EntryPointError } from "./errors/entry-point-error.ts";
export { LocalOrchestratorPlugin } from "./plugin.ts";
