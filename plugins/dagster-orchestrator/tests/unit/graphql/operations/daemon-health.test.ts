import { expect, test } from "vitest";
import { DAEMON_HEALTH } from "../../../../src/graphql/operations/daemon-health.ts";

test("DAEMON_HEALTH reads the daemons that are needed; one that nothing is known of is not healthy", () => {
  const status = { daemonType: "SCHEDULER", required: true, healthy: true, lastHeartbeatTime: 1.5, lastHeartbeatErrors: [] };
  const others = [{ ...status, daemonType: "SENSOR", healthy: null, lastHeartbeatTime: null }, { ...status, daemonType: "BACKFILL", required: false }];
  expect(DAEMON_HEALTH.schema.parse({ instance: { daemonHealth: { allDaemonStatuses: [status, ...others] } } })).toEqual([
    { type: "SCHEDULER", isHealthy: true, lastHeartbeatAt: 1500, errors: [] },
    { type: "SENSOR", isHealthy: false, lastHeartbeatAt: null, errors: [] },
  ]);
});
