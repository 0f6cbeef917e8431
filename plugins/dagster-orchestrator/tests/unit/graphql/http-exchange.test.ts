import { expect, test } from "vitest";
import { httpExchange, type HttpRequest } from "../../../src/graphql/http-exchange.ts";
import { fakeDagster } from "../../support/fake-dagster.ts";

const request = (url: string, parts: Partial<HttpRequest> = {}): HttpRequest => {
  return { url: new URL(url), shownUrl: "http://shown.test", headers: new Headers(), timeoutMs: 5_000, maxBytes: 100, ...parts };
};

test("httpExchange gives the reply as it is, whatever its status, and posts a body if there is one", async () => {
  await using server = await fakeDagster(({ query }) => ({ status: 500, type: "text/plain", body: `answer to ${query}` }));
  const body = JSON.stringify({ query: "é" });
  expect(await httpExchange(request(server.url, { body }))).toEqual({ status: 500, contentType: "text/plain", location: null, text: "answer to é" });
});

test("httpExchange follows no redirect", async () => {
  await using server = await fakeDagster(() => ({ status: 302, body: "", headers: { location: "/elsewhere" } }));
  expect(await httpExchange(request(server.url))).toMatchObject({ status: 302, location: "/elsewhere" });
  expect(server.requests).toHaveLength(1);
});

test("httpExchange reads no more than it may", async () => {
  await using server = await fakeDagster(() => ({ status: 200, body: "x".repeat(101) }));
  expect(await httpExchange(request(server.url))).toMatchObject({ text: null });
});

test("httpExchange says that nobody listens, and that nothing was sent", async () => {
  const server = await fakeDagster(() => "hang");
  await server[Symbol.asyncDispose]();
  await expect(httpExchange(request(server.url))).rejects.toMatchObject({
    code: "FLOE_DAGSTER_UNAVAILABLE",
    message: "Cannot reach Dagster at http://shown.test: no connection (ECONNREFUSED)",
    isUnsent: true,
  });
});

test("httpExchange tells a connection that broke, which may have carried the request", async () => {
  await using server = await fakeDagster(() => "drop");
  await expect(httpExchange(request(server.url))).rejects.toMatchObject({ code: "FLOE_DAGSTER_UNAVAILABLE", isUnsent: false });
});

test("httpExchange gives up after its time", async () => {
  await using server = await fakeDagster(() => "hang");
  await expect(httpExchange(request(server.url, { timeoutMs: 20 }))).rejects.toMatchObject({ message: expect.stringContaining("no answer within 20 ms"), isUnsent: false });
});

test("httpExchange throws its signal's reason, before the request and in the middle of it", async () => {
  const reason = new Error("stop");
  await using server = await fakeDagster(() => (controller.abort(reason), "hang"));
  const controller = new AbortController();
  await expect(httpExchange(request(server.url, { signal: controller.signal }))).rejects.toBe(reason);
  await expect(httpExchange(request(server.url, { signal: controller.signal }))).rejects.toBe(reason);
  expect(server.requests).toHaveLength(1);
});
