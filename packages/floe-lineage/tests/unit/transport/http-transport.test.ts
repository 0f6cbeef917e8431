import { afterEach, describe, expect, test, vi } from "vitest";
import { httpTransport } from "../../../src/transport/http-transport.ts";
import { startLineageServer, type Answer } from "../../support/lineage-server.ts";
import { event } from "../../support/product.ts";

/** Lets waits between attempts pass at once; sockets and the time limit of requests stay real. */
function withoutWaits(): void {
  vi.spyOn(Math, "random").mockReturnValue(2);
}

afterEach(() => void vi.restoreAllMocks());

describe("httpTransport", () => {
  test("posts an event as JSON to the default path, with the token", async () => {
    await using server = await startLineageServer(201);
    const transport = httpTransport({ url: server.url, token: { reveal: () => "t0ken" } });
    await transport.send(event("a"));
    expect(server.requests).toMatchObject([
      {
        method: "POST",
        path: "/api/v1/lineage",
        headers: { "content-type": "application/json", authorization: "Bearer t0ken" },
        body: event("a"),
      },
    ]);
  });

  test("keeps to a path of its own, and sends no token it was not given", async () => {
    await using server = await startLineageServer(204);
    const transport = httpTransport({ url: `${server.url}/own?key=k` });
    await transport.send(event("a"));
    expect(server.requests[0]).toMatchObject({ path: "/own?key=k" });
    expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
    expect(transport.target).toBe(`${server.url}/own`);
  });

  test.each<[Answer]>([[408], [429], [500], [503], ["drop"]])("tries again after %s", async (answer) => {
    withoutWaits();
    await using server = await startLineageServer(answer, answer, 200);
    await httpTransport({ url: server.url }).send(event("a"));
    expect(server.requests.map(({ body }) => body)).toEqual([event("a"), event("a"), event("a")]);
  });

  test("gives up after four attempts and says what the server answered", async () => {
    withoutWaits();
    await using server = await startLineageServer(503);
    await expect(httpTransport({ url: server.url }).send(event("a"))).rejects.toMatchObject({
      code: "FLOE_LINEAGE_SEND",
      reason: "the server answered 503",
      target: `${server.url}/api/v1/lineage`,
    });
    expect(server.requests).toHaveLength(4);
  });

  test.each<[number]>([[400], [401], [404], [422], [307]])("takes %d for final", async (status) => {
    await using server = await startLineageServer(status);
    await expect(httpTransport({ url: server.url }).send(event("a"))).rejects.toMatchObject({
      reason: `the server answered ${status}`,
      isPassing: false,
    });
    expect(server.requests).toHaveLength(1);
  });

  test("ends a request at its time limit and tries again", async () => {
    withoutWaits();
    await using server = await startLineageServer("hang", 200);
    await httpTransport({ url: server.url, timeoutMs: 50 }).send(event("a"));
    expect(server.requests).toHaveLength(2);
    await using silent = await startLineageServer("hang");
    await expect(httpTransport({ url: silent.url, timeoutMs: 20 }).send(event("a"))).rejects.toMatchObject({
      reason: "no answer within 20 ms",
      isPassing: true,
    });
  });

  test("names the network's own code where there is one", async () => {
    withoutWaits();
    const server = await startLineageServer(200);
    await server[Symbol.asyncDispose]();
    await expect(httpTransport({ url: server.url }).send(event("a"))).rejects.toMatchObject({
      reason: "no connection (ECONNREFUSED)",
    });
    // A port that no request is ever made to: there is no code.
    await expect(httpTransport({ url: "http://127.0.0.1:9" }).send(event("a"))).rejects.toMatchObject({
      reason: "no connection",
    });
  });

  test("rejects with the signal's reason, before a request and during one", async () => {
    const reason = new Error("enough");
    await using server = await startLineageServer("hang");
    const transport = httpTransport({ url: server.url });
    await expect(transport.send(event("a"), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(server.requests).toEqual([]);
    const controller = new AbortController();
    const sending = transport.send(event("a"), { signal: controller.signal });
    const judged = expect(sending).rejects.toBe(reason);
    await vi.waitUntil(() => server.requests.length === 1);
    controller.abort(reason);
    await judged;
  });

  test("refuses a token that no header can carry, without repeating it", () => {
    const set = () => httpTransport({ url: "http://localhost:1", token: "hunter2\nhunter2" });
    expect(set).toThrow("the token has characters that no header can carry");
    expect(set).not.toThrow("hunter2");
  });

  test("refuses an address it cannot post to", () => {
    expect(() => httpTransport({ url: "localhost" })).toThrow(expect.objectContaining({ code: "FLOE_LINEAGE_TRANSPORT" }));
  });
});
