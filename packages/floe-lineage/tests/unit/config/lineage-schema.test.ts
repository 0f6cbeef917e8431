import { describe, expect, test } from "vitest";
import { lineageSchema } from "../../../src/config/lineage-schema.ts";

describe("lineageSchema", () => {
  test.each([
    { type: "console" },
    { type: "file", path: "./lineage.jsonl", namespace: "prod" },
    { type: "http", url: "https://lineage.example/own/path", timeoutMs: 100 },
  ])("takes $type", (sink) => {
    expect(lineageSchema.parse(sink)).toEqual(sink);
  });

  test("gives a request five seconds unless told otherwise", () => {
    expect(lineageSchema.parse({ type: "http", url: "http://localhost:5000" })).toMatchObject({ timeoutMs: 5_000 });
  });

  test("keeps a token to itself", () => {
    const sink = lineageSchema.parse({ type: "http", url: "http://localhost:5000", token: "hunter2" });
    expect(JSON.stringify(sink)).toContain('"token":"[secret]"');
  });

  test.each([
    [{ type: "kafka" }, ["type"]],
    [{ type: "file" }, ["path"]],
    [{ type: "console", path: "x" }, []],
    [{ type: "console", namespace: "" }, ["namespace"]],
    [{ type: "http", url: "localhost:5000" }, ["url"]],
    [{ type: "http", url: "ftp://host" }, ["url"]],
    [{ type: "http", url: "http://host", token: "" }, ["token"]],
    [{ type: "http", url: "http://host", timeoutMs: 0 }, ["timeoutMs"]],
  ])("refuses %j", (sink, path) => {
    expect(lineageSchema.safeParse(sink)).toMatchObject({ success: false, error: { issues: [{ path }] } });
  });

  test.each(["http://ada:hunter2@host/x", "http://hunter2@host"])("refuses credentials in an address: %s", (url) => {
    const { error } = lineageSchema.safeParse({ type: "http", url });
    expect(error?.issues).toMatchObject([{ path: ["url"], message: expect.stringContaining("give a token") }]);
    expect(error?.message).not.toContain("hunter2");
  });

  test("takes an @ that belongs to the path or the query", () => {
    const url = "http://host/@team/x?by=a@b";
    expect(lineageSchema.parse({ type: "http", url })).toMatchObject({ url });
  });
});
