import { LineageSendError } from "../errors/lineage-send-error.ts";
import { LineageTransportError } from "../errors/lineage-transport-error.ts";
import { lineageEndpoint } from "./lineage-endpoint.ts";
import { revealToken, type LineageToken } from "./lineage-token.ts";
import type { LineageTransport } from "./lineage-transport.ts";
import { withRetries } from "./with-retries.ts";

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 250;

/** How events are posted. */
export interface HttpTransportOptions {
  /** Absolute, http or https; without a path it gets `/api/v1/lineage`. */
  readonly url: string;
  readonly token?: LineageToken | undefined;
  /** For one request. Default: 5,000. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Posts each event as JSON. A request that gets no answer, or one of 408, 429 and 5xx, is made again, up to four
 * times in all, after waits of about 250, 500 and 1,000 ms; any other answer than 2xx is final, redirects included.
 *
 * @throws LineageTransportError if the url or the token cannot be used.
 */
export function httpTransport({ url, token, timeoutMs = 5_000 }: HttpTransportOptions): LineageTransport {
  const endpoint = lineageEndpoint(url);
  // A query may hold a key.
  const target = endpoint.origin + endpoint.pathname;
  if (token !== undefined) checkToken(token);
  return {
    target,
    send: async (event, { signal } = {}) => {
      const body = JSON.stringify(event);
      const attempt = async (): Promise<void> => {
        const { status, reason } = await post(endpoint, { body, headers: headersFor(token) }, { timeoutMs, signal });
        if (reason !== undefined) throw new LineageSendError({ target, reason, isPassing: isPassing(status) });
      };
      await withRetries(attempt, {
        attempts: ATTEMPTS,
        firstWaitMs: FIRST_WAIT_MS,
        isPassing: (error) => error instanceof LineageSendError && error.isPassing,
        signal,
      });
    },
  };
}

/** What became of a request: the answer's status, unless there was none, and what is wrong with it, if anything. */
interface Outcome {
  readonly status?: number;
  readonly reason?: string;
}

async function post(
  endpoint: URL,
  request: { readonly body: string; readonly headers: Headers },
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
): Promise<Outcome> {
  // Not AbortSignal.timeout(): its timer would outlive the request by up to the whole limit.
  const controller = new AbortController();
  const giveUp = (): void => controller.abort();
  const timer = setTimeout(giveUp, timeoutMs).unref();
  signal?.addEventListener("abort", giveUp, { once: true });
  try {
    signal?.throwIfAborted();
    const options: RequestInit = { method: "POST", redirect: "manual", signal: controller.signal, ...request };
    const { ok, status, body } = await fetch(endpoint, options);
    await body?.cancel();
    return ok ? { status } : { status, reason: `the server answered ${status}` };
  } catch (error) {
    signal?.throwIfAborted();
    return { reason: controller.signal.aborted ? `no answer within ${timeoutMs} ms` : networkReason(error) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
  }
}

/** `fetch` says "fetch failed" and hides the network's own code in the cause, for a name with two addresses deeper. */
function networkReason(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code: unknown = "code" in cause ? cause.code : undefined;
    if (typeof code === "string") return `no connection (${code})`;
  }
  return "no connection";
}

/** No answer at all may be the network's fault, which passes. */
function isPassing(status: number | undefined): boolean {
  return status === undefined || status === 408 || status === 429 || status >= 500;
}

function headersFor(token: LineageToken | undefined): Headers {
  const headers = new Headers({ "content-type": "application/json" });
  if (token !== undefined) headers.set("authorization", `Bearer ${revealToken(token)}`);
  return headers;
}

function checkToken(token: LineageToken): void {
  try {
    headersFor(token);
  } catch {
    // The error of the header repeats the token.
    throw new LineageTransportError({
      transport: "http",
      reason: "the token has characters that no header can carry",
      hint: "Check the secret for line breaks and for characters beyond ASCII.",
    });
  }
}
