import { z } from "zod";
import type { Operation } from "../operation.ts";
import { pythonErrorSchema, PYTHON_ERROR_FIELDS, type PythonError } from "../python-error.ts";

/** One of the daemon's tasks. */
export interface DaemonStatus {
  /** Such as `SCHEDULER`. */
  readonly type: string;
  readonly isHealthy: boolean;
  /** Milliseconds since 1970; null if it never gave a sign of life. */
  readonly lastHeartbeatAt: number | null;
  readonly errors: readonly PythonError[];
}

const status = z.object({
  daemonType: z.string(),
  required: z.boolean(),
  healthy: z.boolean().nullable(),
  lastHeartbeatTime: z.number().nullable(),
  lastHeartbeatErrors: z.array(pythonErrorSchema),
});

/** The tasks that this instance needs of its daemon: launching queued runs, schedules, and so on. */
export const DAEMON_HEALTH: Operation<Readonly<Record<string, never>>, readonly DaemonStatus[]> = {
  name: "FloeDaemonHealth",
  document: `query FloeDaemonHealth {
    instance {
      daemonHealth { allDaemonStatuses { daemonType required healthy lastHeartbeatTime lastHeartbeatErrors { ${PYTHON_ERROR_FIELDS} } } }
    }
  }`,
  schema: z
    .object({ instance: z.object({ daemonHealth: z.object({ allDaemonStatuses: z.array(status) }) }) })
    .transform(({ instance }) =>
      instance.daemonHealth.allDaemonStatuses
        .filter(({ required }) => required)
        .map(({ daemonType, healthy, lastHeartbeatTime, lastHeartbeatErrors }) => ({
          type: daemonType,
          isHealthy: healthy === true,
          lastHeartbeatAt: lastHeartbeatTime === null ? null : Math.round(lastHeartbeatTime * 1000),
          errors: lastHeartbeatErrors,
        })),
    ),
};
