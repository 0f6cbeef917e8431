import { DagsterUnavailableError } from "../errors/dagster-unavailable-error.ts";

/** What came back for a request. */
export interface HttpReply {
  readonly status: number;
  readonly contentType: string;
  /** Where a redirect leads; null if it is none. */
  readonly location: string | null;
  /** The body; null if it was longer than is read. */
  readonly text: string | null;
}

export interface HttpRequest {
  readonly url: URL;
  /** The address as messages may show it. */
  readonly shownUrl: string;
  readonly headers: Headers;
  /** Posted, if there is one. */
  readonly body?: string | undefined;
  /** For the whole exchange, the body included. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One request and its reply, whatever the status. Redirects are not followed: the headers go nowhere else.
 *
 * @throws DagsterUnavailableError if there is no reply in time; the signal's reason once it is aborted.
 */
export async function httpExchange(request: HttpRequest): Promise<HttpReply> {
  const { url, shownUrl, headers, body, timeoutMs, maxBytes, signal } = request;
  // Not AbortSignal.timeout(): its timer would outlive the request by up to the whole limit.
  const controller = new AbortController();
  const giveUp = (): void => controller.abort();
  const timer = setTimeout(giveUp, timeoutMs);
  signal?.addEventListener("abort", giveUp, { once: true });
  try {
    signal?.throwIfAborted();
    const method = body === undefined ? "GET" : "POST";
    const init: RequestInit = { method, headers, redirect: "manual", signal: controller.signal, ...(body === undefined ? {} : { body }) };
    const response = await fetch(url, init);
    const text = await boundedText(response, maxBytes);
    const { status, headers: replied } = response;
    return { status, contentType: replied.get("content-type") ?? "", location: replied.get("location"), text };
  } catch (error) {
    signal?.throwIfAborted();
    const code = networkCode(error);
    const reason = controller.signal.aborted ? `it gave no answer within ${timeoutMs} ms` : `no connection${code === undefined ? "" : ` (${code})`}`;
    throw new DagsterUnavailableError({ url: shownUrl, reason, isUnsent: code !== undefined && UNSENT.has(code) });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
  }
}

/** What a connection fails with before anything can have been sent. */
const UNSENT: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

async function boundedText({ body }: Response, maxBytes: number): Promise<string | null> {
  if (body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream, and with it the download.
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** `fetch` says "fetch failed" and hides the network's own code in the cause, for a name with two addresses deeper. */
function networkCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code: unknown = "code" in cause ? cause.code : undefined;
    if (typeof code === "string") return code;
  }
  return undefined;
}
