import type { Logger } from "floe-core";
import type { CliHost } from "../cli/cli-host.ts";
import type { CommonOptions } from "../cli/common-options.ts";
import type { Output } from "../output/output.ts";

/** What a command is given besides its own arguments. */
export interface CommandContext {
  readonly host: CliHost;
  readonly options: CommonOptions;
  readonly output: Output;
  readonly logger: Logger;
  /** Aborted when the process is asked to end. */
  readonly signal: AbortSignal;
}
