import { z } from "zod";
import { DagsterAuthenticationError } from "../errors/dagster-authentication-error.ts";
import { DagsterReplyError } from "../errors/dagster-reply-error.ts";
import { DagsterServerError } from "../errors/dagster-server-error.ts";
import { shortText } from "../text/short-text.ts";
import { pythonErrorSchema, pythonErrorText } from "./python-error.ts";
import type { Asked } from "./read-json-reply.ts";

const envelope = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).nullish(),
});

/** Where Dagster writes a stack into a message. */
const STACK = /\n\s*Stack Trace:/i;

const member = z.looseObject({ __typename: z.string() });

/**
 * The operation's result out of what GraphQL answered.
 *
 * @throws DagsterServerError for top-level errors and a PythonError; DagsterAuthenticationError for an
 * UnauthorizedError; DagsterReplyError for data that the operation does not know.
 */
export function readGraphqlReply<Result>(
  json: unknown,
  schema: z.ZodType<Result>,
  { asked, status }: { readonly asked: Asked; readonly status: number },
): Result {
  const reply = envelope.safeParse(json);
  if (!reply.success) throw new DagsterReplyError({ ...asked, reason: "it is JSON, but not GraphQL's" });
  const { data, errors } = reply.data;
  for (const value of Object.values(data ?? {})) refuseError(value, asked, status);
  if (errors !== null && errors !== undefined && errors.length > 0) {
    // What Dagster makes of a refusal where the answer is no union: "cannot represent a non boolean value: <GrapheneUnauthorizedError …>".
    if (errors.some(({ message }) => message.includes("UnauthorizedError"))) throw notPermitted("", asked);
    const reason = asked.mask(shortText(errors.map(({ message }) => message.split(STACK)[0] ?? "").join("\n")));
    throw new DagsterServerError({ ...asked, status, className: null, reason });
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new DagsterReplyError({ ...asked, reason: asked.mask(mismatch(result.error, data)) });
}

function refuseError(value: unknown, asked: Asked, status: number): void {
  const found = member.safeParse(value).data;
  if (found?.__typename === "PythonError") {
    const error = pythonErrorSchema.safeParse(found).data ?? { message: "" };
    throw new DagsterServerError({ ...asked, status, className: error.className ?? null, reason: asked.mask(pythonErrorText(error)) });
  }
  if (found?.__typename === "UnauthorizedError") {
    const { message } = z.object({ message: z.string() }).safeParse(found).data ?? { message: "" };
    throw notPermitted(message, asked);
  }
}

function notPermitted(message: string, asked: Asked): DagsterAuthenticationError {
  const reason = `Dagster does not permit it${message === "" ? "" : `: ${asked.mask(shortText(message, { lines: 2 }))}`}`;
  return new DagsterAuthenticationError({ ...asked, reason, hint: "The webserver is read-only: use the address of one that was started without --read-only." });
}

/** Where the reply is of another shape, and what is there instead. */
function mismatch({ issues }: z.ZodError, data: unknown): string {
  const [issue] = issues;
  const path = issue?.path ?? [];
  const found = path.reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined), data);
  const where = path.length === 0 ? "data" : path.map(String).join(".");
  const shown = found === undefined ? "missing" : shortText(JSON.stringify(found), { lines: 1, characters: 120 });
  return `${where} is ${shown}, which this version of the plugin does not know`;
}
