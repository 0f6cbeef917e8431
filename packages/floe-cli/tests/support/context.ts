import type { CommandContext } from "../../src/commands/command-context.ts";
import type { CommonOptions } from "../../src/cli/common-options.ts";
import { Output } from "../../src/output/output.ts";
import { outputLogger } from "../../src/output/output-logger.ts";
import { fakeHost, type FakeHost } from "./fake-host.ts";

/** What a command is given, in a process that is none. */
export function contextOf(options: Partial<CommonOptions> = {}, signal?: AbortSignal): CommandContext & { host: FakeHost } {
  const host = fakeHost(options.cwd === undefined ? {} : { cwd: options.cwd });
  const all: CommonOptions = { json: false, quiet: false, verbose: false, color: false, cwd: host.cwd, ...options };
  const output = new Output(host, all);
  return { host, options: all, output, logger: outputLogger(output, all), signal: signal ?? new AbortController().signal };
}
