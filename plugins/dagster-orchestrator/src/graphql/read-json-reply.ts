import { DagsterAuthenticationError } from "../errors/dagster-authentication-error.ts";
import { DagsterReplyError } from "../errors/dagster-reply-error.ts";
import { DagsterUnavailableError } from "../errors/dagster-unavailable-error.ts";
import { shortText } from "../text/short-text.ts";
import type { HttpReply } from "./http-exchange.ts";

/** Who was asked for what, for messages. */
export interface Asked {
  /** The address as messages may show it. */
  readonly url: string;
  readonly operation: string;
  /** Masks the token in what a server says: it may repeat what it was sent. */
  readonly mask: (text: string) => string;
}

/**
 * The JSON of a reply, whatever its status: Dagster says in the body what went wrong.
 *
 * @throws DagsterAuthenticationError for 401 and 403; DagsterUnavailableError for a failing server, or a busy one, that
 * does not say so in JSON; DagsterReplyError for a redirect and for everything else that is not JSON.
 */
export function readJsonReply({ status, contentType, location, text }: HttpReply, asked: Asked): unknown {
  if (status === 401 || status === 403) throw refused(status, asked);
  if (status >= 300 && status < 400) throw redirected(status, location, asked);
  if (text === null) throw new DagsterReplyError({ ...asked, reason: "it is longer than anything Dagster would say" });
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null) return json;
  } catch {
    // No JSON: what follows says so.
  }
  if (status >= 500 || status === 429) throw new DagsterUnavailableError({ url: asked.url, reason: `the server answered ${status}` });
  throw notJson(status, contentType, text, asked);
}

function refused(status: number, asked: Asked): DagsterAuthenticationError {
  const hint = "Dagster itself asks nobody who they are: whatever stands in front of it does. Set the orchestrator's token to one that it accepts.";
  return new DagsterAuthenticationError({ ...asked, reason: `the server answered ${status}`, hint });
}

function redirected(status: number, location: string | null, asked: Asked): DagsterReplyError {
  const target = location === null ? null : URL.parse(location, asked.url);
  // Without the query: login pages are given tokens there.
  const where = target === null ? "elsewhere" : `to ${shortText(asked.mask(target.origin + target.pathname), { lines: 1, characters: 200 })}`;
  const reason = `it answers ${status} and redirects ${where}, probably to a login page, which is not followed`;
  return new DagsterReplyError({ ...asked, reason, hint: LOGIN_HINT });
}

function notJson(status: number, contentType: string, text: string, asked: Asked): DagsterReplyError {
  const type = contentType === "" ? "no content type" : shortText(contentType, { lines: 1, characters: 80 });
  const start = shortText(asked.mask(text.replaceAll(/\s+/g, " ")), { lines: 1, characters: 120 });
  const isHtml = /html/i.test(contentType) || /^\s*</.test(text);
  const reason = `it is not JSON, but ${type} with status ${status}${start === "" ? "" : `: ${start}`}`;
  return new DagsterReplyError({ ...asked, reason, ...(isHtml ? { hint: LOGIN_HINT } : {}) });
}

const LOGIN_HINT =
  "This is a login page, or something else than Dagster's webserver. Set the orchestrator's url to the webserver, with its path prefix if it has one, and its token to one that whatever stands in front of it accepts.";
