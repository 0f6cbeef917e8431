import { PluginType, type Row } from "floe-core";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";
import { withSessions } from "./session-variants.ts";

const broken = brokenOfType(PluginType.COMPUTE);

/** Compute plugins whose sessions do something else with statements and their rows than they were asked. */
export const BROKEN_SESSIONS: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "rows-are-lists", title: "whose rows are lists of values", violates: "compute/session-answers-rows" },
    withSessions((session) => ({
      query: async (...given) => (await session.query(...given)).map((row) => Object.values(row) as unknown as Row),
    })),
  ),
  broken(
    { id: "inserts-get-lost", title: "that drops what is inserted", violates: "compute/session-executes" },
    withSessions((session) => ({
      execute: async (sql, ...others) => (sql.startsWith("INSERT") ? undefined : session.execute(sql, ...others)),
    })),
  ),
  broken(
    { id: "positions-are-reversed", title: "that binds a list of values from its end", violates: "compute/session-binds-by-position" },
    withSessions((session) => ({
      query: async (sql, parameters, options) =>
        session.query(sql, Array.isArray(parameters) ? [...(parameters as readonly unknown[])].reverse() : parameters, options),
    })),
  ),
  broken(
    { id: "names-are-ignored", title: "that binds named values in the order in which they are given", violates: "compute/session-binds-by-name" },
    withSessions((session) => ({
      query: async (sql, parameters, options) => {
        if (parameters === undefined || Array.isArray(parameters)) return session.query(sql, parameters, options);
        const names = [...sql.matchAll(/\$([a-z]+)/gi)].map(([, name]) => name ?? "");
        const values = Object.values(parameters);
        return session.query(sql, Object.fromEntries(names.map((name, index) => [name, values[index]])), options);
      },
    })),
  ),
  broken(
    { id: "pastes-values", title: "that pastes values into statements", violates: "compute/session-withstands-injection" },
    withSessions((session) => ({
      query: async (sql, parameters, options) => {
        if (!Array.isArray(parameters)) return session.query(sql, parameters, options);
        const values = parameters as readonly unknown[];
        const pasted = sql.replace(/\$(\d)/g, (_, index: string) => {
          const value = values[Number(index) - 1];
          return typeof value === "number" ? String(value) : `'${String(value)}'`;
        });
        return session.query(pasted, undefined, options);
      },
    })),
  ),
  broken(
    { id: "streams-all-at-once", title: "that streams a million rows as one batch", violates: "compute/session-streams-in-batches" },
    withSessions((session) => ({
      async *stream(...given) {
        for await (const [row = {}] of session.stream(...given)) {
          yield new Array<Row>(1_000_000).fill(row);
          return;
        }
      },
    })),
  ),
  broken(
    { id: "left-streams-block", title: "whose session is of no use once a stream was left", violates: "compute/session-stream-can-be-left" },
    withSessions((session) => {
      let [isStreaming, isBlocked] = [false, false];
      return {
        async *stream(...given) {
          isStreaming = true;
          try {
            yield* session.stream(...given);
            isStreaming = false;
          } catch (error) {
            isStreaming = false;
            throw error;
          } finally {
            isBlocked = isStreaming;
          }
        },
        query: async (...given) => {
          if (isBlocked) throw new Error("Cannot query: a stream is being read");
          return session.query(...given);
        },
      };
    }),
  ),
]);
