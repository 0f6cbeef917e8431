export type { CliHost, OutputStream, StopSignal } from "./cli/cli-host.ts";
export { ExitCode } from "./cli/exit-code.ts";
export { runCli } from "./cli/run-cli.ts";
export type { ErrorDocument, JsonDocument, JsonError } from "./json/json-document.ts";
export type { PluginsDocument } from "./json/plugins-document.ts";
export type { RunDocument } from "./json/run-document.ts";
