import path from "node:path";
import type { LineageTransportConfig } from "floe-core";
import { describe, expect, test } from "vitest";
import { LineageOutlets } from "../../../src/run/lineage-outlets.ts";
import { entryLogger } from "../../support/entry-logger.ts";
import { FakeLineageBackend } from "../../support/fake-lineage-backend.ts";
import { someEvent } from "../../support/lineage-event.ts";
import { lineageFile } from "../../support/lineage-file.ts";

const mask = (text: string): string => text.replaceAll("hunter2", "[secret]");
const asIs = (text: string): string => text;

const toFile = (url: string): LineageTransportConfig => ({ type: "file", url, timeoutMs: 1_000 });

describe("LineageOutlets", () => {
  test("opens the sink and the backends, each with its own names", () => {
    const logger = entryLogger();
    const sink = { type: "console", namespace: "prod" } as const;
    const outlets = new LineageOutlets({ sink, baseDir: process.cwd(), logger });
    const backend = new FakeLineageBackend(() => ({ type: "console", timeoutMs: 1_000 }));
    expect(outlets.open([backend], mask).map(({ naming }) => naming.template)).toEqual(["prod", "backend.{product}"]);
    expect(new LineageOutlets({ baseDir: process.cwd(), logger }).open([], mask)).toEqual([]);
  });

  test("names a sink without a namespace after the product", () => {
    const outlets = new LineageOutlets({ sink: { type: "console" }, baseDir: process.cwd(), logger: entryLogger() });
    expect(outlets.open([], mask)[0]?.naming.template).toBe("{product}");
  });

  test("keeps one emitter per place, so that events stay in order across runs", () => {
    const outlets = new LineageOutlets({ sink: { type: "console" }, baseDir: process.cwd(), logger: entryLogger() });
    const backend = new FakeLineageBackend(() => ({ type: "console", timeoutMs: 1_000 }));
    const [first, second] = [outlets.open([backend], mask), outlets.open([backend], mask)];
    expect(second.map(({ emitter }) => emitter)).toEqual(first.map(({ emitter }) => emitter));
    expect(second[1]?.emitter).toBe(first[1]?.emitter);
  });

  test("goes without a place that cannot be used, and says so once, without secrets", async () => {
    const logger = entryLogger();
    const outlets = new LineageOutlets({ baseDir: process.cwd(), logger });
    const broken = new FakeLineageBackend(() => {
      throw new Error("login with hunter2 refused");
    });
    expect([outlets.open([broken], mask), outlets.open([broken], mask)]).toEqual([[], []]);
    await outlets.close();
    expect(logger.lines).toEqual([
      {
        level: "warn",
        message: "Lineage goes without one of its places.",
        fields: { reason: "login with [secret] refused" },
      },
    ]);
  });

  test("writes console lines to the logger", async () => {
    const logger = entryLogger();
    const outlets = new LineageOutlets({ sink: { type: "console" }, baseDir: process.cwd(), logger });
    await outlets.emit(someEvent, mask);
    expect(logger.lines).toEqual([{ level: "info", message: JSON.stringify(someEvent), fields: undefined }]);
  });

  test("emit sends to the sink, from the base folder, and to the backends of the runs so far", async () => {
    using own = lineageFile();
    using backends = lineageFile();
    const sink = { type: "file", path: path.basename(own.path) } as const;
    const outlets = new LineageOutlets({ sink, baseDir: own.folder, logger: entryLogger() });
    outlets.open([new FakeLineageBackend(() => toFile(backends.path))], asIs);
    await outlets.emit(someEvent, asIs);
    expect([own.events(), backends.events()]).toEqual([[someEvent], [someEvent]]);
  });

  test("emit masks what its caller and what the latest run knew to be secret", async () => {
    using file = lineageFile();
    const outlets = new LineageOutlets({ sink: toSink(file.path), baseDir: process.cwd(), logger: entryLogger() });
    outlets.open([], (text) => text.replaceAll("vault-key", "[secret]"));
    await outlets.emit({ ...someEvent, job: { namespace: "hunter2", name: "vault-key" } }, mask);
    expect(file.events()[0]?.job).toEqual({ namespace: "[secret]", name: "[secret]" });
  });

  test("emit never rejects: nowhere to go is a debug line, an event that is no JSON a warning", async () => {
    const logger = entryLogger();
    const outlets = new LineageOutlets({ baseDir: process.cwd(), logger });
    await outlets.emit(someEvent, mask);
    const facets: Record<string, Record<string, unknown>> = {};
    facets["itself"] = facets;
    await outlets.emit({ ...someEvent, job: { namespace: "floe", name: "a", facets } }, mask);
    expect(logger.lines.map(({ level }) => level)).toEqual(["debug", "debug", "warn"]);
  });

  test("close takes nothing more, and is safe twice", async () => {
    using file = lineageFile();
    const logger = entryLogger();
    const outlets = new LineageOutlets({ sink: toSink(file.path), baseDir: process.cwd(), logger });
    await outlets.emit(someEvent, mask);
    await outlets.close();
    await outlets.close();
    await outlets.emit(someEvent, mask);
    expect(file.events()).toHaveLength(1);
    expect(logger.lines).toMatchObject([{ level: "warn" }]);
  });
});

function toSink(file: string): { readonly type: "file"; readonly path: string } {
  return { type: "file", path: file };
}
