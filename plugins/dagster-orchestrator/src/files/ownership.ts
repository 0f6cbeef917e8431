/** The first lines by which floe knows its own files. */
export const YAML_MARKER = "# Made by floe-dagster-orchestrator: making it again replaces this file.";
const PYTHON_MARKER = YAML_MARKER;

/** Whether a file's text says, by its marker or its shape, that it is floe's own. */
export const OWNERSHIP: Readonly<Record<"artifacts.json" | "floe.json" | "workspace.yaml" | "definitions.py", (text: string) => boolean>> = {
  "artifacts.json": (text) => hasMembers(text, ["hash", "plugins", "product", "sources", "transforms", "version"]),
  "floe.json": (text) => hasMembers(text, ["artifacts", "assets", "hash", "jobs", "product", "stepCommand", "version"]),
  "workspace.yaml": (text) => hasFirstLine(text, YAML_MARKER),
  "definitions.py": (text) => hasFirstLine(text, PYTHON_MARKER),
};

function hasFirstLine(text: string, line: string): boolean {
  return /^[^\r\n]*/.exec(text)?.[0] === line;
}

function hasMembers(text: string, members: readonly string[]): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && members.every((member) => member in value);
  } catch {
    // No JSON, so none of floe's: its files are never half-written.
    return false;
  }
}
