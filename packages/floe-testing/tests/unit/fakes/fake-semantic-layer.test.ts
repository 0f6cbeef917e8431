import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { FakeCompute } from "../../../src/fakes/fake-compute.ts";
import { FakeSemanticLayer } from "../../../src/fakes/fake-semantic-layer.ts";

test("FakeSemanticLayer answers what its type asks", () => {
  const layer = new FakeSemanticLayer();
  expect(layer.getSecurityContext("sales", ["reader"])).toEqual({ namespace: "sales", roles: ["reader"] });
  expect(layer.getDatasourceConfig(new FakeCompute({ name: "duck" }))).toEqual({ compute: "duck" });
  expect(layer.getApiEndpoints()).toEqual({ sql: "http://localhost/sql" });
  expect(layer.getHelmValues()).toEqual({});
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "fake-layer-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

test("FakeSemanticLayer writes a file for each model of a manifest, and says which", async () => {
  const [manifest, out] = [join(folder(), "manifest.json"), join(folder(), "out")];
  writeFileSync(manifest, JSON.stringify({ nodes: { "model.p.b": { name: "b" }, "model.p.a": {}, "test.p.t": {} } }));
  const paths = await new FakeSemanticLayer().syncFromDbtManifest(manifest, out);
  expect(paths).toEqual([join(out, "model.p.a.json"), join(out, "model.p.b.json")]);
  expect(JSON.parse(readFileSync(paths[1]!, "utf8"))).toEqual({ name: "b" });
});

test("FakeSemanticLayer writes nothing of a manifest without nodes", async () => {
  const [manifest, out] = [join(folder(), "manifest.json"), join(folder(), "out")];
  writeFileSync(manifest, "{}");
  await expect(new FakeSemanticLayer().syncFromDbtManifest(manifest, out)).resolves.toEqual([]);
});

test("FakeSemanticLayer rejects a missing manifest and an aborted signal, and writes nothing", async () => {
  const [layer, out] = [new FakeSemanticLayer(), join(folder(), "out")];
  await expect(layer.syncFromDbtManifest(join(out, "absent.json"), out)).rejects.toMatchObject({ code: "ENOENT" });
  await expect(layer.syncFromDbtManifest("manifest.json", out, { signal: AbortSignal.abort("late") })).rejects.toBe("late");
  expect(existsSync(out)).toBe(false);
});
