import { readFile, rm, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { LineageTransportConfig } from "floe-core";
import { describe, expect, test } from "vitest";
import { transportFrom } from "../../../src/transport/transport-from.ts";
import { startLineageServer } from "../../support/lineage-server.ts";
import { event } from "../../support/product.ts";

const baseDir = path.resolve("/base");
const write = (): void => undefined;

describe("transportFrom", () => {
  test("makes console of a writer", async () => {
    const lines: string[] = [];
    await transportFrom({ type: "console", timeoutMs: 1 }, { write: (line) => lines.push(line), baseDir }).send(event("a"));
    expect(lines).toEqual([JSON.stringify(event("a"))]);
  });

  test("takes a file by path or url, relative ones from the base folder", () => {
    const targets = [
      transportFrom({ type: "file", path: "./out/x.jsonl" }, { write, baseDir }),
      transportFrom({ type: "file", url: "out/x.jsonl", timeoutMs: 1 }, { write, baseDir }),
      transportFrom({ type: "file", url: pathToFileURL(path.join(baseDir, "out/x.jsonl")).href, timeoutMs: 1 }, { write, baseDir }),
    ].map(({ target }) => target);
    expect(new Set(targets)).toEqual(new Set([path.join(baseDir, "out/x.jsonl")]));
  });

  test("appends to that file", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "floe-lineage-"));
    await transportFrom({ type: "file", path: "x.jsonl" }, { write, baseDir: folder }).send(event("a"));
    expect(await readFile(path.join(folder, "x.jsonl"), "utf8")).toBe(`${JSON.stringify(event("a"))}\n`);
    await rm(folder, { recursive: true });
  });

  test.each(["t0ken", { reveal: () => "t0ken" }])("posts with a token that is a text or a secret", async (token) => {
    await using server = await startLineageServer(200);
    const { url } = server;
    await transportFrom({ type: "http", url, token, timeoutMs: 5_000 }, { write, baseDir }).send(event("a"));
    expect(server.requests[0]?.headers.authorization).toBe("Bearer t0ken");
  });

  test("posts without a token, and without a limit of its own", async () => {
    await using server = await startLineageServer(200);
    await transportFrom({ type: "http", url: server.url }, { write, baseDir }).send(event("a"));
    expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
  });

  test.each([
    [{ type: "kafka" }, 'Cannot set up lineage over "kafka": there is no such transport'],
    [{ type: "http" }, 'Cannot set up lineage over "http": its url is no text'],
    [{ type: "http", url: "http://h", token: 7 }, "its token is neither a text nor a secret"],
    [{ type: "file", url: "" }, "its url is no text"],
    [{ type: "file", path: 7 }, "its path is no text"],
  ])("refuses %j", (config, message) => {
    const set = () => transportFrom(config as unknown as LineageTransportConfig, { write, baseDir });
    expect(set).toThrow(expect.objectContaining({ code: "FLOE_LINEAGE_TRANSPORT" }));
    expect(set).toThrow(message);
  });
});
