import { graphView, type GraphView } from "../../src/graph/graph-view.ts";
import { tangledRegistry } from "./tangled-registry.ts";

/** What there is to draw of {@link tangledRegistry}. */
export function tangledView(): GraphView {
  const registry = tangledRegistry();
  return graphView(registry.graph(), registry.list());
}
