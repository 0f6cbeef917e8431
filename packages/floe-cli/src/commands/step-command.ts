import { PluginType } from "floe-core";
import { ExitCode } from "../cli/exit-code.ts";
import { stepDocument } from "../json/step-document.ts";
import { renderStepErrors } from "../render/render-steps.ts";
import { renderStepLine } from "../render/render-step-line.ts";
import type { CommandContext } from "./command-context.ts";
import { openArtifacts } from "./open-platform.ts";
import { untilStopped } from "./until-stopped.ts";

/** The arguments of `floe step`. */
export interface StepArguments {
  /** The file that `floe compile` wrote, from the working directory. */
  readonly artifacts: string;
  /** The name of the transform to run. */
  readonly transform: string;
}

/** What one transform needs. An orchestrator may be heavy, and the process is started for every step. */
const NEEDED = [PluginType.COMPUTE, PluginType.SECRETS] as const;

/**
 * `floe step`: one transform in a process of its own. The plugins are stopped, whatever happens.
 *
 * @throws PlatformFileError for artifacts that cannot be read or are invalid; TransformNotFoundError,
 *   PlatformStartError, SecretUnavailableError; the signal's reason when interrupted before the transform began.
 */
export async function stepCommand({ artifacts, transform }: StepArguments, context: CommandContext): Promise<ExitCode> {
  const { output, signal } = context;
  const platform = await openArtifacts(artifacts, NEEDED, context);
  const { result } = await untilStopped(platform, context, async (orStopped) => {
    const outcome = await orStopped(platform.step(transform, { signal }));
    output.json(stepDocument(outcome));
    output.result(renderStepLine(outcome.step, output.theme));
    const error = renderStepErrors([outcome.step], output.errorTheme);
    if (error !== "") output.failure(error);
    return outcome.step.status === "succeeded" ? ExitCode.OK : ExitCode.FAILED;
  });
  return result;
}
