import path from "node:path";
import { PlatformFileError } from "floe-platform";
import { ExitCode } from "../cli/exit-code.ts";
import { checkDocument, checkedProduct } from "../json/check-document.ts";
import { renderAnnotations } from "../render/render-annotations.ts";
import { renderChecked } from "../render/render-checked.ts";
import { renderError } from "../render/render-error.ts";
import { renderProductPlugins } from "../render/render-plugins.ts";
import { displayPath } from "../render/render-problems.ts";
import type { CommandContext } from "./command-context.ts";
import { openPlatform } from "./open-platform.ts";

/** The arguments of `floe check`. */
export interface CheckArguments {
  /** The platform file, from the working directory. */
  readonly file: string;
  /** Whether to annotate problems although this is no GitHub workflow. */
  readonly github: boolean;
}

/** `floe check`: everything that `floe run` does before it starts something. Writes nothing. */
export async function checkCommand(args: CheckArguments, context: CommandContext): Promise<ExitCode> {
  const { options, output } = context;
  const file = path.resolve(options.cwd, args.file);
  try {
    const platform = await openPlatform(file, context);
    const product = checkedProduct(platform.compile(), platform.plugins);
    output.json(checkDocument(file, product));
    output.result(renderChecked(product, displayPath(file, options.cwd), output.theme));
    output.detail(`\n${renderProductPlugins(platform.plugins, output.theme)}`);
    return ExitCode.OK;
  } catch (error) {
    if (!(error instanceof PlatformFileError)) throw error;
    reportProblems(error, file, args, context);
    return ExitCode.INVALID_PLATFORM;
  }
}

function reportProblems(error: PlatformFileError, file: string, { github }: CheckArguments, context: CommandContext): void {
  const { host, options, output } = context;
  const { problems } = error;
  output.json(checkDocument(file, problems));
  if (github || host.env["GITHUB_ACTIONS"] === "true") {
    output.result(renderAnnotations(problems, host.env["GITHUB_WORKSPACE"] ?? options.cwd));
  }
  output.failure(renderError(error, { cwd: options.cwd, verbose: options.verbose, theme: output.errorTheme }));
}
