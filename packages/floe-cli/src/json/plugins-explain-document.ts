import { isGoodNews, type Explanation } from "../explain/explanation.ts";
import type { JsonDocument } from "./json-document.ts";

/** What `floe plugins explain --json` prints. */
export interface PluginsExplainDocument extends JsonDocument, Explanation {
  readonly command: "plugins explain";
}

/** The document for an answer. */
export function pluginsExplainDocument(explanation: Explanation): PluginsExplainDocument {
  return { version: "1.0", command: "plugins explain", ok: isGoodNews(explanation), ...explanation };
}
