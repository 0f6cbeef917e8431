import { secret } from "floe-core/config";
import { expect, test } from "vitest";
import { z } from "zod";
import { dagsterClient } from "../../../src/graphql/dagster-client.ts";
import type { Operation } from "../../../src/graphql/operation.ts";
import { fakeDagster, SERVER_INFO } from "../../support/fake-dagster.ts";

const GREET: Operation<{ readonly name: string }, string> = {
  name: "Greet",
  document: "query Greet($name: String!) { greet(name: $name) }",
  schema: z.object({ greet: z.string() }).transform(({ greet }) => greet),
};

const settings = (url: string) => ({ url, requestTimeoutMs: 5_000 });

test("dagsterClient binds variables, and never writes them into the document", async () => {
  await using server = await fakeDagster(() => ({ data: { greet: "hello" } }));
  const name = '") { evil } #';
  expect(await dagsterClient(settings(server.url)).ask(GREET, { name })).toBe("hello");
  expect(server.requests).toMatchObject([{ path: "/graphql", operation: "Greet", query: GREET.document, variables: { name } }]);
  expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
});

test("dagsterClient keeps a path prefix, and a query for itself", async () => {
  await using server = await fakeDagster(() => ({ data: { greet: "hello" } }));
  const client = dagsterClient(settings(`${server.url}/prefix/?key=private`));
  await client.ask(GREET, { name: "a" });
  expect(server.requests[0]?.path).toBe("/prefix/graphql?key=private");
  expect(client.url).toBe(`${server.url}/prefix`);
});

test("dagsterClient sends its token as a bearer, and never says it", async () => {
  await using server = await fakeDagster(({ headers }) => ({ status: 200, body: JSON.stringify({ errors: [{ message: `who is ${headers.authorization ?? ""}` }] }) }));
  const client = dagsterClient({ ...settings(server.url), token: secret().parse("correct-horse") });
  await expect(client.ask(GREET, { name: "a" })).rejects.toMatchObject({ code: "FLOE_DAGSTER_SERVER", message: expect.stringContaining("who is Bearer [secret]") });
});

test("dagsterClient says of a token that no header can carry that it cannot be used, and not what it is", async () => {
  const client = dagsterClient({ ...settings("http://127.0.0.1:9"), token: secret().parse("correct\nhorse") });
  await expect(client.ask(GREET, { name: "a" })).rejects.toMatchObject({ code: "FLOE_DAGSTER_AUTHENTICATION", message: expect.not.stringContaining("horse") });
});

test("dagsterClient gives one request the time that it is told", async () => {
  await using server = await fakeDagster(() => "hang");
  await expect(dagsterClient(settings(server.url)).ask(GREET, { name: "a" }, { timeoutMs: 20 })).rejects.toMatchObject({ message: expect.stringContaining("within 20 ms") });
});

test("dagsterClient reads the versions of a webserver, and of nothing else", async () => {
  let body = SERVER_INFO;
  await using server = await fakeDagster(() => ({ status: 200, body }));
  const client = dagsterClient(settings(server.url));
  expect(await client.serverInfo()).toEqual({ webserver: "1.13.27", dagster: "1.13.27" });
  expect(server.requests[0]?.path).toBe("/server_info");
  body = '{"version":"1"}';
  await expect(client.serverInfo()).rejects.toMatchObject({ code: "FLOE_DAGSTER_REPLY" });
});
