import { parse, type AttributeASTNode, type ClusterStatementASTNode, type EdgeASTNode, type NodeASTNode } from "@ts-graphviz/ast";
import { describe, expect, test } from "vitest";
import { renderGraphDot } from "../../../src/render/render-graph-dot.ts";
import { tangledView } from "../../support/tangled-view.ts";

/** What Graphviz's own grammar makes of a text. */
function read(text: string): { nodes: readonly NodeASTNode[]; edges: readonly EdgeASTNode[] } {
  const statements: readonly ClusterStatementASTNode[] = parse(text).children.flatMap((one) => (one.type === "Graph" ? one.children : []));
  return {
    nodes: statements.filter((one) => one.type === "Node"),
    edges: statements.filter((one) => one.type === "Edge"),
  };
}

function attributesOf({ children }: NodeASTNode | EdgeASTNode): Record<string, string> {
  const attributes = children.filter((one): one is AttributeASTNode => one.type === "Attribute");
  return Object.fromEntries(attributes.map(({ key, value }) => [key.value, value.value]));
}

const { nodes, edges } = read(renderGraphDot(tangledView()));
const labelOf = (id: string): string => attributesOf(nodes.find((node) => node.id.value === id)!)["label"]?.split(String.raw`\n`)[0] ?? "";
const drawn = edges.map((edge) => ({
  ends: edge.targets.map((end) => ("id" in end ? labelOf(end.id.value) : "")).join(" -> "),
  ...attributesOf(edge),
}));

describe("renderGraphDot", () => {
  test("renderGraphDot draws every plugin, and dashed what is missing", () => {
    expect(nodes).toHaveLength(17);
    const missing = nodes.find((node) => labelOf(node.id.value) === "duckbd");
    expect(attributesOf(missing!)).toEqual({ label: String.raw`duckbd\nmissing`, style: "dashed" });
    const blocked = nodes.find((node) => labelOf(node.id.value) === "floe.semantic_layers:late");
    expect(attributesOf(blocked!)).toMatchObject({ color: "gray", style: "filled" });
    const circular = nodes.find((node) => labelOf(node.id.value) === "floe.secrets:vault");
    expect(attributesOf(circular!)).toMatchObject({ color: "red" });
  });

  test("renderGraphDot draws needs: dashed where optional, red where faulty, with what is wrong", () => {
    expect(drawn).toContainEqual({ ends: "floe.orchestrators:local -> floe.computes:duckdb" });
    expect(drawn).toContainEqual({ ends: "floe.telemetry_backends:otel -> floe.computes:duckdb", style: "dashed" });
    expect(drawn).toContainEqual({ ends: "floe.identity:oidc -> floe.secrets:vault", color: "red" });
    expect(drawn).toContainEqual({ ends: "floe.orchestrators:vague -> floe.computes:spark", color: "red", label: "floe.computes?" });
    const label = "needs ^2.0.0, found 1.0.0";
    expect(drawn).toContainEqual({ ends: "floe.dbt:strict -> floe.computes:duckdb", color: "red", label });
    expect(drawn).toHaveLength(13);
  });

  test("renderGraphDot keeps whatever stands in a name inside its text", () => {
    const [node] = tangledView().nodes;
    const key = 'a"]; \\N\nb -> c &lt; {|} \u0000';
    const text = renderGraphDot({ nodes: [{ ...node!, key, version: null, refused: null }], edges: [], cycles: [] });
    const found = read(text);
    expect([found.nodes.length, found.edges.length]).toEqual([1, 0]);
    expect(text).toContain(String.raw`[label="a\"]; \\N b -> c &amp;lt; {|}  "]`);
  });

  test("renderGraphDot leaves out arrows to what is not drawn", () => {
    const view = tangledView();
    expect(read(renderGraphDot({ ...view, nodes: view.nodes.slice(0, 1) })).edges).toEqual([]);
  });
});
