import { describe, expect, test } from "vitest";
import { renderGraphMermaid } from "../../../src/render/render-graph-mermaid.ts";
import { tangledView } from "../../support/tangled-view.ts";

/** What may stand in a quoted text: nothing that Mermaid or HTML takes for more than a letter. */
const TEXT = String.raw`(?:[\w .:/@-]|#\d+;|<br\/>)+`;

/** Every kind of line that is written, in full. */
const GRAMMAR = [
  /^flowchart LR$/,
  new RegExp(String.raw`^ {2}n\d+\["${TEXT}"\]$`),
  new RegExp(String.raw`^ {2}n\d+ (?:-->|-\.->)(?:\|"${TEXT}"\|)? n\d+$`),
  /^ {2}classDef [a-z]+ [\w#:,\- ]+$/,
  /^ {2}class n\d+(?:,n\d+)* [a-z]+$/,
  /^ {2}linkStyle \d+(?:,\d+)* stroke:#c00$/,
];

const text = renderGraphMermaid(tangledView());
const lines = text.split("\n");
const idOf = (label: string): string => /^ {2}(n\d+)/.exec(lines.find((line) => line.includes(label)) ?? "")?.[1] ?? "";

describe("renderGraphMermaid", () => {
  test("renderGraphMermaid writes lines of Mermaid's grammar and no others", () => {
    expect(lines.filter((line) => !GRAMMAR.some((rule) => rule.test(line)))).toEqual([]);
    expect(lines).toHaveLength(1 + 17 + 13 + 8 + 1);
  });

  test("renderGraphMermaid draws optional needs dashed and faulty ones red", () => {
    expect(lines).toContain(`  ${idOf("telemetry_backends:otel")} -.-> ${idOf("computes:duckdb")}`);
    expect(lines).toContain(`  ${idOf("dbt:strict")} -->|"needs #94;2.0.0#44; found 1.0.0"| ${idOf("computes:duckdb")}`);
    const arrows = lines.filter((line) => />/.test(line) && !line.includes("["));
    const red = (/linkStyle ([\d,]+)/.exec(text)?.[1] ?? "").split(",").map((index) => arrows[Number(index)]);
    expect(red).toContain(`  ${idOf("identity:oidc")} --> ${idOf("secrets:vault")}`);
    expect(red).toContain(`  ${idOf("ingestion:lost")} --> ${idOf("duckbd")}`);
    expect(red).not.toContain(`  ${idOf("orchestrators:local")} --> ${idOf("computes:duckdb")}`);
  });

  test("renderGraphMermaid marks what is blocked, missing and on a cycle", () => {
    expect(text).toContain(`class ${idOf("orchestrators:waiting")},${idOf("semantic_layers:late")} blocked`);
    expect(text).toContain(`class ${idOf("identity:oidc")},${idOf("secrets:vault")} cycle`);
    expect(text).toContain("classDef missing stroke-dasharray:5 5");
  });

  test("renderGraphMermaid keeps whatever stands in a name inside its text", () => {
    expect(text).toContain('["no#34;thing#93;#92;<br/>missing"]');
    const [node] = tangledView().nodes;
    const odd = [{ ...node!, key: 'a"]\nend --> `b` <script>&#35; \u{1F600}' }];
    const drawn = renderGraphMermaid({ nodes: odd, edges: [], cycles: [] }).split("\n");
    expect(drawn).toHaveLength(2);
    expect(drawn[1]).toMatch(GRAMMAR[1]!);
    expect(drawn[1]).toContain("#128512;");
  });

  test("renderGraphMermaid leaves out arrows to what is not drawn", () => {
    const { nodes, edges } = tangledView();
    expect(renderGraphMermaid({ nodes: nodes.slice(0, 1), edges, cycles: [] })).not.toContain("-->");
    expect(renderGraphMermaid({ nodes: [], edges: [], cycles: [] })).toBe("flowchart LR");
  });
});
