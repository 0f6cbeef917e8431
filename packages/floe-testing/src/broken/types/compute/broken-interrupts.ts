import { PluginType, type ComputeSession } from "floe-core";
import { FakeCompute } from "../../../fakes/fake-compute.ts";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";
import { withSessions } from "./session-variants.ts";

const broken = brokenOfType(PluginType.COMPUTE);

/** Sessions that nobody ends: they have to be ended once the plugin was tried. */
const abandoned: ComputeSession[] = [];

/** Compute plugins whose statements and sessions do not end when they should. */
export const BROKEN_INTERRUPTS: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "execute-is-deaf", title: "whose execute ignores its signal", violates: "compute/session-interrupts-execute" },
    withSessions((session) => ({ execute: (sql, parameters) => session.execute(sql, parameters) })),
  ),
  broken(
    { id: "query-is-deaf", title: "whose query ignores its signal", violates: "compute/session-interrupts-query" },
    withSessions((session) => ({ query: (sql, parameters) => session.query(sql, parameters) })),
  ),
  broken(
    { id: "query-hides-the-reason", title: "whose query rejects with an error of its own when it is aborted", violates: "compute/session-interrupts-query" },
    withSessions((session) => ({
      query: async (sql, parameters, options) =>
        session.query(sql, parameters, options).catch((error: unknown) => {
          throw options?.signal?.aborted === true ? new Error("Cannot query: interrupted") : error;
        }),
    })),
  ),
  broken(
    { id: "stream-is-deaf", title: "whose stream ignores its signal", violates: "compute/session-interrupts-stream" },
    withSessions((session) => ({ stream: (sql, parameters) => session.stream(sql, parameters) })),
  ),
  broken(
    { id: "stream-ends-quietly", title: "whose stream ends as if it were done when it is aborted", violates: "compute/session-interrupts-stream" },
    withSessions((session) => ({
      async *stream(sql, parameters, options) {
        try {
          yield* session.stream(sql, parameters, options);
        } catch (error) {
          if (options?.signal?.aborted !== true) throw error;
        }
      },
    })),
  ),
  broken(
    { id: "materialize-is-deaf", title: "whose materialize ignores its signal", violates: "compute/session-interrupts-materialize" },
    withSessions((session) => ({ materialize: (request) => session.materialize(request) })),
  ),
  broken(
    { id: "second-close-throws", title: "whose session throws when it is closed twice", violates: "compute/session-close-is-safe-twice" },
    withSessions((session) => {
      let isClosed = false;
      return {
        close: async () => {
          if (isClosed) throw new Error("Cannot close the session: it is closed");
          isClosed = true;
          await session.close();
        },
      };
    }),
  ),
  broken(
    { id: "closed-session-answers", title: "whose session answers queries when it is closed", violates: "compute/session-refuses-after-close" },
    withSessions((session) => {
      let isClosed = false;
      return {
        query: async (...given) => (isClosed ? [] : session.query(...given)),
        close: async () => {
          isClosed = true;
          await session.close();
        },
      };
    }),
  ),
  broken(
    { id: "close-lets-statements-run", title: "whose running statements go on when their session is closed", violates: "compute/session-close-interrupts" },
    withSessions((session) => {
      let isClosed = false;
      return {
        query: async (...given) => {
          if (isClosed) throw new Error("Cannot query: the session is closed");
          return session.query(...given);
        },
        close: async () => {
          isClosed = true;
        },
      };
    }),
  ),
  broken(
    {
      id: "stop-leaves-sessions-open",
      title: "whose sessions go on when it is stopped",
      violates: "compute/stop-ends-sessions",
      cleanUp: () => {
        for (const session of abandoned.splice(0)) void session.close();
      },
    },
    class extends FakeCompute {
      #isOver = false;
      override startup(): void {
        this.#isOver = false;
      }
      override async shutdown(): Promise<void> {
        this.#isOver = true;
        abandoned.push(...this.sessions);
      }
      override async openSession(): Promise<ComputeSession> {
        if (this.#isOver) throw new Error("Cannot open a session: the plugin is stopped");
        return super.openSession();
      }
    },
  ),
  broken(
    { id: "opens-sessions-when-stopped", title: "that opens sessions when it is stopped", violates: "compute/stop-refuses-sessions" },
    class extends FakeCompute {
      override async openSession(): Promise<ComputeSession> {
        super.startup();
        return super.openSession();
      }
    },
  ),
]);
