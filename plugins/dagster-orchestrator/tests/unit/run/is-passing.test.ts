import { expect, test } from "vitest";
import { DagsterReplyError } from "../../../src/errors/dagster-reply-error.ts";
import { DagsterServerError } from "../../../src/errors/dagster-server-error.ts";
import { DagsterUnavailableError } from "../../../src/errors/dagster-unavailable-error.ts";
import { isPassing } from "../../../src/run/is-passing.ts";

const place = { url: "http://dagster.test", operation: "FloeThing", reason: "r" };
const server = (status: number) => new DagsterServerError({ ...place, status, className: null });

test("isPassing holds for a server that is away or in trouble, and for nothing else", () => {
  expect([new DagsterUnavailableError(place), server(500), server(503)].map(isPassing)).toEqual([true, true, true]);
  expect([server(400), server(200), new DagsterReplyError(place), new Error("x")].map(isPassing)).toEqual([false, false, false, false]);
});
