import { expect, test } from "vitest";
import { pluginsGraphDocument } from "../../../src/json/plugins-graph-document.ts";
import { tangledView } from "../../support/tangled-view.ts";

test("pluginsGraphDocument is ok whatever is wrong in the graph, and names the product", () => {
  const view = tangledView();
  const product = { name: "flights", file: "/app/floe.yaml" };
  expect(pluginsGraphDocument(view, product)).toEqual({ version: "1.0", command: "plugins graph", ok: true, product, ...view });
  expect(pluginsGraphDocument(view, null).product).toBeNull();
});
