import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A request as a webserver got it. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  /** The GraphQL operation's name; `server_info` for that route. */
  readonly operation: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a webserver answers: GraphQL's data, or anything at all. `hang` never answers, `drop` closes the connection. */
export type FakeAnswer =
  | { readonly data: unknown }
  | { readonly status: number; readonly type?: string; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | "hang"
  | "drop";

export interface FakeDagster extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** The requests' operations, in order. */
  readonly operations: readonly string[];
}

export const SERVER_INFO = JSON.stringify({ dagster_webserver_version: "1.13.27", dagster_version: "1.13.27", dagster_graphql_version: "1.13.27" });

/** A webserver on a free port that answers as it is told. */
export async function fakeDagster(answer: (request: SeenRequest) => FakeAnswer): Promise<FakeDagster> {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => void reply(request, response));
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const posted = (body === "" ? {} : JSON.parse(body)) as { operationName?: string; query?: string; variables?: Record<string, unknown> };
    const { operationName = "server_info", query = "", variables = {} } = posted;
    const seen = { path: request.url ?? "", headers: request.headers, operation: operationName, query, variables };
    requests.push(seen);
    const found = answer(seen);
    if (found === "hang") return;
    if (found === "drop") return void request.socket.destroy();
    if ("data" in found) return void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(found));
    response.writeHead(found.status, { "content-type": found.type ?? "application/json", ...found.headers }).end(found.body);
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Cannot listen");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    get operations() {
      return requests.map(({ operation }) => operation);
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
