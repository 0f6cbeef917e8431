import { canonicalJson, type CompiledArtifacts } from "floe-core";
import { artifactsText } from "../definitions/artifacts-text.ts";
import type { DagsterDocument } from "../definitions/dagster-document.ts";
import { definitionsText } from "../definitions/definitions-text.ts";
import { pyprojectBlock } from "./pyproject-block.ts";
import { YAML_MARKER } from "./ownership.ts";

/** The names of the files, in the order in which they are written. */
export type CodeLocationFile = "artifacts.json" | "floe.json" | "workspace.yaml" | "pyproject.toml" | "definitions.py";

/** The files of a code location, by name. `pyproject.toml` is what it is where there is none yet. */
export function codeLocationFiles(request: {
  readonly artifacts: CompiledArtifacts;
  readonly document: DagsterDocument;
}): Readonly<Record<CodeLocationFile, string>> {
  const { artifacts, document } = request;
  // What is referred to comes first and what is loaded last. In between, definitions.py meets another hash and says so.
  return {
    "artifacts.json": artifactsText(artifacts),
    "floe.json": `${canonicalJson(document, 2)}\n`,
    "workspace.yaml": workspaceYaml(document.location),
    "pyproject.toml": pyprojectBlock(document.location),
    "definitions.py": definitionsText(),
  };
}

/** Dagster takes both paths from the folder of the file itself. A JSON text is a text in YAML too. */
function workspaceYaml(location: string): string {
  return [
    YAML_MARKER,
    "load_from:",
    "  - python_file:",
    "      relative_path: definitions.py",
    "      working_directory: .",
    `      location_name: ${JSON.stringify(location)}`,
    "",
  ].join("\n");
}
