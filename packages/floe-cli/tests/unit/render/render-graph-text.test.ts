import { describe, expect, test } from "vitest";
import { colorThemeFor, plainTheme } from "../../../src/output/color-theme.ts";
import { renderGraphText } from "../../../src/render/render-graph-text.ts";
import { fakeStream } from "../../support/fake-host.ts";
import { tangledView } from "../../support/tangled-view.ts";

describe("renderGraphText", () => {
  test("renderGraphText shows the waves, what each plugin needs, and why the rest cannot start", () => {
    expect(renderGraphText(tangledView(), plainTheme)).toBe(
      String.raw`Wave 1
  floe.catalogs:old 1.0.0: its plugin API does not fit
  floe.catalogs:rest 1.0.0: several packages offer it
  floe.computes:spark 1.0.0
  floe.storage:disk 1.0.0

Wave 2
  floe.computes:duckdb 1.0.0
    needs disk = floe.storage:disk
    needs floe.lineage_backends (optional): not there

Wave 3
  floe.orchestrators:local 1.0.0
    needs floe.computes:duckdb
  floe.telemetry_backends:otel 1.0.0
    needs duckdb = floe.computes:duckdb (optional)

Cannot start (7 plugins)
  floe.dbt:strict 1.0.0
    needs duckdb ^2.0.0 = floe.computes:duckdb: version conflict, 1.0.0 is there
  floe.identity:oidc 1.0.0: in a cycle
    needs vault = floe.secrets:vault: in a cycle
  floe.ingestion:lost 1.0.0
    needs duckbd: missing, did you mean "duckdb"?
    needs no"thing]\: missing
  floe.orchestrators:vague 1.0.0
    needs floe.computes: ambiguous, it may be floe.computes:duckdb or floe.computes:spark
  floe.orchestrators:waiting 1.0.0: blocked because of floe.secrets:vault
    needs vault = floe.secrets:vault: cannot start
  floe.secrets:vault 1.0.0: in a cycle
    needs floe.identity:oidc: in a cycle
  floe.semantic_layers:late 1.0.0: blocked because of floe.secrets:vault
    needs floe.orchestrators:waiting: cannot start

cycle: floe.identity:oidc -> floe.secrets:vault -> floe.identity:oidc`,
    );
  });

  test("renderGraphText paints on a terminal, and leaves out versions that are not known", () => {
    const theme = colorThemeFor(fakeStream({ isTTY: true }).stream, {}, true);
    const view = tangledView();
    expect(renderGraphText(view, theme)).toContain(theme.red("in a cycle"));
    const nodes = view.nodes.slice(0, 1).map((node) => ({ ...node, version: null, refused: null }));
    expect(renderGraphText({ nodes, edges: [], cycles: [] }, plainTheme)).toBe("Wave 1\n  floe.catalogs:old");
  });
});
