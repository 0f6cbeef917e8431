export { formatPath, type DocumentPath } from "./document/document-path.ts";
export type { SourcePosition } from "./document/source-position.ts";
export { loadPlatform } from "./platform/load-platform.ts";
export { Platform, type PlatformParts, type PlatformRunOptions, type StartOptions } from "./platform/platform.ts";
export type { PlatformOptions } from "./platform/platform-options.ts";
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
export type { PluginSelection } from "./product/read-plugins.ts";
export { TransformNotFoundError } from "./run/select-transforms.ts";
export type { Environment } from "./variables/resolve-references.ts";
