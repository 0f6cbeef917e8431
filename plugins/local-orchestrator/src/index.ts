export type { LocalOrchestratorConfig } from "./config-schema.ts";
export { ComputeUnavailableError } from "./errors/compute-unavailable-error.ts";
export { EntryPointError } from "./errors/entry-point-error.ts";
export { InvalidScheduleError } from "./errors/invalid-schedule-error.ts";
export { InvalidTransformsError, type TransformProblem } from "./errors/invalid-transforms-error.ts";
export { UnknownSelectionError, type UnknownTransform } from "./errors/unknown-selection-error.ts";
export { LocalOrchestratorPlugin } from "./plugin.ts";
