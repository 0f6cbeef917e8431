export { formatPath, type DocumentPath } from "./document/document-path.ts";
export type { SourcePosition } from "./document/source-position.ts";
export { loadArtifacts, type ArtifactsOptions } from "./platform/load-artifacts.ts";
export { loadPlatform } from "./platform/load-platform.ts";
export { NothingToRunError } from "./platform/nothing-to-run-error.ts";
export type { PendingStart } from "./platform/pending-start.ts";
export type { Platform } from "./platform/platform.ts";
export type { PlatformOptions, PlatformRunOptions, StartOptions } from "./platform/platform-options.ts";
export { PlatformStartError } from "./platform/platform-start-error.ts";
export { formatPosition } from "./problems/format-position.ts";
export { PlatformFileError } from "./problems/platform-file-error.ts";
export type { PlatformProblem, ProblemCode } from "./problems/platform-problem.ts";
export {
  defineProduct,
  type PluginChoice,
  type PluginChoices,
  type ProductConfig,
  type ProductPlugins,
  type TransformChoice,
} from "./product/define-product.ts";
export type { PlatformTypes } from "./product/plugin-keys.ts";
export type { StepOutcome } from "./run/run-step.ts";
export { TransformNotFoundError, type TransformTags } from "./run/transform-not-found-error.ts";
export { TransformSelectionError } from "./run/transform-selection-error.ts";
export { SecretUnavailableError, type UnavailableSecret } from "./secrets/secret-unavailable-error.ts";
export { createPlatformSchema, type PlatformSchema, type PlatformSchemaOptions } from "./schema/create-platform-schema.ts";
export type { SkippedPlugin } from "./schema/describe-plugins.ts";
export type { JsonSchema } from "./schema/json-schema.ts";
export type { MissedReason, ServeEvent } from "./serve/serve-event.ts";
export type { ServeOptions } from "./serve/serve-options.ts";
export type { Environment } from "./variables/resolve-text.ts";
