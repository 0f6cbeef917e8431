export type { CliHost, OutputStream, StopSignal } from "./cli/cli-host.ts";
export { ExitCode } from "./cli/exit-code.ts";
export { runCli } from "./cli/run-cli.ts";
export type { Dependents } from "./explain/dependents-of.ts";
export type { ExplainedConfiguration } from "./explain/describe-configuration.ts";
export type {
  ExplainedPackage,
  ExplainedPlugin,
  ExplainedProduct,
  Explanation,
  Offer,
  PackageVerdict,
  PluginVerdict,
} from "./explain/explanation.ts";
export type { DependencyOutcome, DependencyStatus } from "./graph/dependency-outcomes.ts";
export type { GraphEdge, GraphNode, GraphView, NodeStatus } from "./graph/graph-view.ts";
export type { CheckDocument, CheckedProduct } from "./json/check-document.ts";
export type { CompileDocument } from "./json/compile-document.ts";
export type { ContractDocument } from "./json/contract-document.ts";
export type { CompletionDocument } from "./json/completion-document.ts";
export type { HealthDocument } from "./json/health-document.ts";
export type { ErrorDocument, JsonDocument, JsonError } from "./json/json-document.ts";
export type { PluginSummary } from "./json/plugin-summary.ts";
export type { PluginsDocument } from "./json/plugins-document.ts";
export type { PluginsExplainDocument } from "./json/plugins-explain-document.ts";
export type { DrawnProduct, PluginsGraphDocument } from "./json/plugins-graph-document.ts";
export type { RunDocument } from "./json/run-document.ts";
export type { SchemaDocument } from "./json/schema-document.ts";
export type { StartReportDocument } from "./json/start-report-document.ts";
export type { ServeDocument, ServingEvent, StoppedEvent } from "./json/serve-document.ts";
export type { StepDocument } from "./json/step-document.ts";
