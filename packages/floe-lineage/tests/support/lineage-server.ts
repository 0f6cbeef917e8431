import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** What a server answers to one request; `hang` never answers, `drop` closes the connection. */
export type Answer = number | "hang" | "drop";

/** One request as it arrived. */
export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** A real HTTP server on a free port of this machine. It gives `answers` in turn, the last one again and again. */
export async function startLineageServer(...answers: readonly Answer[]): Promise<{
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const { method, url, headers } = request;
      const answer = answers[requests.length] ?? answers.at(-1) ?? 201;
      requests.push({ method, path: url, headers, body: JSON.parse(text) });
      if (answer === "drop") request.socket.destroy();
      else if (answer !== "hang") response.writeHead(answer, { location: "/elsewhere" }).end("an answer with a body");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
