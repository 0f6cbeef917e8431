const BEGIN = "# Begin of floe-dagster-orchestrator: making it again replaces this block.";
const END = "# End of floe-dagster-orchestrator.";

/** What makes `dagster` commands in the folder find the code location, between markers. */
export function pyprojectBlock(location: string): string {
  // A JSON text is a basic string of TOML, but for DEL, which TOML wants escaped.
  const name = JSON.stringify(location).replaceAll("\u007f", "\\u007f");
  return [BEGIN, "[tool.dagster]", 'module_name = "definitions"', `code_location_name = ${name}`, END, ""].join("\n");
}

/** A `pyproject.toml` with the block in it, or why it cannot have one. */
export type PyprojectAnswer = { readonly text: string } | { readonly reason: string };

/** Adds the block to a `pyproject.toml`, or replaces the one that it has. Every other byte stays. */
export function placePyprojectBlock(existing: string, block: string): PyprojectAnswer {
  const begin = existing.indexOf(BEGIN);
  const end = existing.indexOf(END, begin);
  const isWhole = begin !== -1 && end !== -1;
  if (!isWhole && (begin !== -1 || existing.includes(END))) return { reason: "one of the two markers of floe's block is missing" };
  const before = isWhole ? existing.slice(0, begin) : withNewline(existing);
  // With its line end, where it still has one.
  const after = isWhole ? existing.slice(end + END.length).replace(/^\r?\n/, "") : "";
  if (hasDagsterTable(before) || hasDagsterTable(after)) return { reason: "it has a [tool.dagster] of its own" };
  return { text: `${before}${block}${after}` };
}

function withNewline(text: string): string {
  if (text === "") return "";
  return text.endsWith("\n") ? `${text}\n` : `${text}\n\n`;
}

const KEY = (name: string): string => String.raw`(?:${name}|"${name}"|'${name}')`;
const TABLE = new RegExp(String.raw`^\s*\[{1,2}\s*${KEY("tool")}\s*\.\s*${KEY("dagster")}\s*[.\]]`, "m");
const DOTTED = new RegExp(String.raw`^\s*${KEY("tool")}\s*(?:\.\s*${KEY("dagster")}\s*[.=]|=)`, "m");
/** `dagster = …` inside a plain `[tool]`. */
const INSIDE = new RegExp(String.raw`^\s*\[\s*${KEY("tool")}\s*\][^\n]*\n(?:(?!\s*\[)[^\n]*\n)*?\s*${KEY("dagster")}\s*[.=]`, "m");

/** Two of that table would make the file no TOML. */
function hasDagsterTable(text: string): boolean {
  return TABLE.test(text) || DOTTED.test(text) || INSIDE.test(text);
}
