import { collectSecrets, redactorFor, type CallOptions } from "floe-core";
import type { Secret } from "floe-core/config";
import { z } from "zod";
import type { DagsterOrchestratorConfig } from "../config-schema.ts";
import { DagsterAuthenticationError } from "../errors/dagster-authentication-error.ts";
import { DagsterReplyError } from "../errors/dagster-reply-error.ts";
import { httpExchange, type HttpReply } from "./http-exchange.ts";
import type { Operation } from "./operation.ts";
import { readGraphqlReply } from "./read-graphql-reply.ts";
import { readJsonReply } from "./read-json-reply.ts";

/** What a webserver says of itself. */
export interface ServerInfo {
  readonly webserver: string;
  readonly dagster: string;
}

/** Talks to one Dagster webserver. Holds no connection open, so that it needs no end. */
export interface DagsterClient {
  /** The webserver's address, as messages may show it. */
  readonly url: string;
  /**
   * Asks once. `timeoutMs` is for this request, the configured one without it.
   *
   * @throws DagsterUnavailableError, DagsterAuthenticationError, DagsterReplyError, DagsterServerError; the signal's
   * reason once it is aborted.
   */
  ask<Variables, Result>(
    operation: Operation<Variables, Result>,
    variables: Variables,
    options?: CallOptions & { readonly timeoutMs?: number },
  ): Promise<Result>;
  /** The versions of the webserver. Throws as `ask` does. */
  serverInfo(options?: CallOptions): Promise<ServerInfo>;
}

/** Far above what Dagster says, and far below what hurts. */
const MAX_BYTES = 64 * 1024 * 1024;

const infoSchema = z.object({ dagster_webserver_version: z.string(), dagster_version: z.string() });

/** A client of the webserver at `url`. */
export function dagsterClient(config: Pick<DagsterOrchestratorConfig, "url" | "token" | "requestTimeoutMs">): DagsterClient {
  const { token, requestTimeoutMs } = config;
  const base = new URL(config.url);
  const prefix = base.pathname.replace(/\/+$/, "");
  const url = base.origin + prefix;
  // A server may say in its reply what it was sent.
  const redactor = redactorFor(collectSecrets(token));
  const mask = (text: string): string => redactor.redact(text);
  const exchange = async (
    path: string,
    { body, timeoutMs = requestTimeoutMs, signal }: { readonly body?: string; readonly timeoutMs?: number | undefined; readonly signal?: AbortSignal | undefined },
  ): Promise<HttpReply> => {
    const target = new URL(base);
    target.pathname = `${prefix}/${path}`;
    const headers = new Headers({ accept: "application/json" });
    if (body !== undefined) headers.set("content-type", "application/json");
    if (token !== undefined) authorize(headers, token, url);
    return httpExchange({ url: target, shownUrl: url, headers, body, timeoutMs, maxBytes: MAX_BYTES, signal });
  };
  return {
    url,
    async ask(operation, variables, options = {}) {
      const { name, document, schema } = operation;
      const asked = { url, operation: name, mask };
      const body = JSON.stringify({ query: document, variables, operationName: name });
      const reply = await exchange("graphql", { body, ...options });
      return readGraphqlReply(readJsonReply(reply, asked), schema, { asked, status: reply.status });
    },
    async serverInfo(options = {}) {
      const asked = { url, operation: "server_info", mask };
      const info = infoSchema.safeParse(readJsonReply(await exchange("server_info", options), asked));
      if (!info.success) throw new DagsterReplyError({ ...asked, reason: "it is JSON, but not that of Dagster's webserver" });
      return { webserver: info.data.dagster_webserver_version, dagster: info.data.dagster_version };
    },
  };
}

function authorize(headers: Headers, token: Secret, url: string): void {
  try {
    headers.set("authorization", `Bearer ${token.reveal()}`);
  } catch {
    // The error of the header repeats the token.
    throw new DagsterAuthenticationError({
      url,
      operation: "anything",
      reason: "the token has characters that no header can carry",
      hint: "Check the secret for line breaks and for characters beyond ASCII.",
    });
  }
}
