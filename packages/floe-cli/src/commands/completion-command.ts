import type { Command } from "commander";
import { ExitCode } from "../cli/exit-code.ts";
import { bashScript } from "../completion/bash-script.ts";
import { completionCases } from "../completion/completion-cases.ts";
import { completionPlaces } from "../completion/completion-place.ts";
import { fishScript } from "../completion/fish-script.ts";
import { zshScript } from "../completion/zsh-script.ts";
import { completionDocument, type CompletionDocument } from "../json/completion-document.ts";
import type { CommandContext } from "./command-context.ts";

/** The arguments of `floe completion`. */
export interface CompletionArguments {
  readonly shell: CompletionDocument["shell"];
  /** The whole grammar. */
  readonly program: Command;
}

/** `floe completion`: a script that knows the grammar by itself, so that no process is started at every tab. */
export async function completionCommand({ shell, program }: CompletionArguments, { output }: CommandContext): Promise<ExitCode> {
  const script = scriptFor(shell, program);
  output.json(completionDocument(shell, script));
  output.result(script);
  return ExitCode.OK;
}

function scriptFor(shell: CompletionDocument["shell"], program: Command): string {
  const places = completionPlaces(program);
  const cases = completionCases(places);
  switch (shell) {
    case "bash":
      return bashScript(cases);
    case "zsh":
      return zshScript(cases);
    case "fish":
      return fishScript(places, cases);
  }
}
