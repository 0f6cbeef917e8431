import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** What a proxy does with a request instead of passing it on and the reply back. `lose` passes it on and keeps the reply. */
export type ProxyAnswer = "pass" | "lose" | { readonly status: number; readonly type: string; readonly body: string; readonly location?: string };

export interface Proxy extends AsyncDisposable {
  readonly url: string;
  /** Decides by the GraphQL operation's name, `server_info` without one. Passes everything until it is set. */
  answer: (operation: string) => ProxyAnswer;
}

/** A proxy in front of a webserver that may get in the way, as real ones do. */
export async function startProxy(target: string): Promise<Proxy> {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const operation = body === "" ? (request.url ?? "").slice(1) : (JSON.parse(body) as { operationName: string }).operationName;
    const answer = proxy.answer(operation);
    if (typeof answer === "object") {
      response.writeHead(answer.status, { "content-type": answer.type, ...(answer.location === undefined ? {} : { location: answer.location }) });
      response.end(answer.body);
      return;
    }
    const init = body === "" ? {} : { method: "POST", body, headers: { "content-type": "application/json" } };
    const reply = await fetch(target + (request.url ?? ""), init);
    const text = await reply.text();
    if (answer === "lose") {
      request.socket.destroy();
      return;
    }
    response.writeHead(reply.status, { "content-type": reply.headers.get("content-type") ?? "" });
    response.end(text);
  };
  const server = createServer((request, response) => void handle(request, response).catch(() => request.socket.destroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Cannot listen");
  const proxy: Proxy = {
    url: `http://127.0.0.1:${address.port}`,
    answer: () => "pass",
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return proxy;
}
