import type { CallOptions, ComputeSession } from "floe-core";
import { FakeCompute } from "../../../fakes/fake-compute.ts";

/** What a session does instead of what it should. */
export type SessionChange = (session: ComputeSession) => Partial<ComputeSession>;

/** A compute plugin whose sessions are a fake's, but for some members. */
export function withSessions(change: SessionChange): new () => FakeCompute {
  return class extends FakeCompute {
    override async openSession(options?: CallOptions): Promise<ComputeSession> {
      return changed(await super.openSession(options), change);
    }
  };
}

function changed(session: ComputeSession, change: SessionChange): ComputeSession {
  return {
    execute: (...given) => session.execute(...given),
    query: (...given) => session.query(...given),
    stream: (...given) => session.stream(...given),
    materialize: (...given) => session.materialize(...given),
    close: () => session.close(),
    ...change(session),
  };
}
