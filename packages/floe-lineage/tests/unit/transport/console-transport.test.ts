import { expect, test } from "vitest";
import { consoleTransport } from "../../../src/transport/console-transport.ts";
import { event } from "../../support/product.ts";

test("consoleTransport hands each event over as one line of JSON", async () => {
  const lines: string[] = [];
  const transport = consoleTransport((line) => lines.push(line));
  await transport.send(event("a"));
  await transport.send(event("b\nc"));
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([event("a"), event("b\nc")]);
  expect(lines.join("")).not.toContain("\n");
});

test("consoleTransport rejects when the writer throws", async () => {
  const transport = consoleTransport(() => {
    throw new Error("closed pipe");
  });
  await expect(transport.send(event("a"))).rejects.toThrow("closed pipe");
});
