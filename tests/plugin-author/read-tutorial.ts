import { readFileSync } from "node:fs";
import path from "node:path";

/** One plugin of docs/plugin-author.md: what its reader writes and types, in order. */
export type Action = { readonly file: string; readonly text: string } | { readonly commands: readonly string[] };

const page = path.resolve(import.meta.dirname, "../../docs/plugin-author.md");

/** The plugins of the page: under "In TypeScript" a second one begins. */
export function readTutorial(): { readonly javascript: readonly Action[]; readonly typescript: readonly Action[] } {
  const [javascript = "", typescript = ""] = readFileSync(page, "utf8").split("\n## In TypeScript\n");
  return { javascript: actionsIn(javascript), typescript: actionsIn(typescript) };
}

function actionsIn(text: string): readonly Action[] {
  return [...text.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)].flatMap(([, language, file, body = ""]): Action[] => {
    if (file !== undefined) return [{ file, text: body }];
    return language === "sh" ? [{ commands: body.trim().split("\n") }] : [];
  });
}
