import type { Clock, Logger } from "floe-core";
import type { DagsterClient } from "../graphql/dagster-client.ts";
import type { Pause } from "./pause.ts";

/** What everything that waits for Dagster needs from its surroundings. */
export interface DagsterEnvironment {
  readonly client: DagsterClient;
  readonly logger: Logger;
  /** For limits: how long something took. */
  readonly clock: Clock;
  readonly pause: Pause;
}
