import path from "node:path";
import { ExitCode } from "../cli/exit-code.ts";
import { junitText } from "../contract/junit-text.ts";
import { loadTesting, type Testing } from "../contract/load-testing.ts";
import { contractDocument } from "../json/contract-document.ts";
import { checkOutputFolder } from "../output/check-output-folder.ts";
import { writeFileAtomically } from "../output/write-file-atomically.ts";
import { renderContract, renderContractDetails, renderContractSummary } from "../render/render-contract.ts";
import { renderContractAnnotations } from "../render/render-contract-annotations.ts";
import type { CommandContext } from "./command-context.ts";

/** The arguments of `floe contract`. */
export interface ContractArguments {
  /** The package's folder, from the working directory. */
  readonly dir: string;
  /** Where to write JUnit XML; undefined writes none. */
  readonly junit: string | undefined;
  /** Whether to annotate what is broken although this is no GitHub workflow. */
  readonly github: boolean;
}

/**
 * `floe contract`: everything that a plugin package promises, tried from outside. Ends with 1 if a clause is broken.
 *
 * @throws ContractSetupError for what is no plugin package, MissingTestingError, OutputFileError; the signal's reason.
 */
export async function contractCommand(
  { dir, junit, github }: ContractArguments,
  { host, options, output, logger, signal }: CommandContext,
  load: (folder: string) => Promise<Testing> = loadTesting,
): Promise<ExitCode> {
  const folder = path.resolve(options.cwd, dir);
  const file = junit === undefined ? undefined : path.resolve(options.cwd, junit);
  if (file !== undefined) await checkOutputFolder(file);
  const { runPackageContract } = await load(folder);
  const report = await runPackageContract(folder, {
    signal,
    onOutcome: ({ clause, result }, plugin) => logger.debug(`${plugin ?? "package"} ${clause}: ${result}`),
  });
  if (file !== undefined) await writeFileAtomically(file, junitText(report));
  output.json(contractDocument(folder, report));
  if (!report.ok && (github || host.env["GITHUB_ACTIONS"] === "true")) {
    const root = host.env["GITHUB_WORKSPACE"] ?? options.cwd;
    output.result(renderContractAnnotations(report, path.join(folder, "package.json"), root));
  }
  output.result(renderContract(report, output.theme));
  const details = renderContractDetails(report, output.theme);
  if (details !== "") output.detail(`\n${details}`);
  output.result(`\n${renderContractSummary(report, output.theme)}`);
  return report.ok ? ExitCode.OK : ExitCode.FAILED;
}
