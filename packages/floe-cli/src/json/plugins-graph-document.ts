import type { GraphView } from "../graph/graph-view.ts";
import type { JsonDocument } from "./json-document.ts";

/** The product whose plugins are drawn. */
export interface DrawnProduct {
  readonly name: string;
  /** Absolute. */
  readonly file: string;
}

/** What `floe plugins graph --json` prints. */
export interface PluginsGraphDocument extends JsonDocument, GraphView {
  readonly command: "plugins graph";
  /** Null: everything that is installed is drawn. */
  readonly product: DrawnProduct | null;
}

/** The document for a graph. It is a picture: whatever is wrong in the graph, it is `ok`. */
export function pluginsGraphDocument({ nodes, edges, cycles }: GraphView, product: DrawnProduct | null): PluginsGraphDocument {
  return { version: "1.0", command: "plugins graph", ok: true, product, nodes, edges, cycles };
}
