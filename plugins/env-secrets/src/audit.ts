import { channel } from "node:diagnostics_channel";
import type { Logger } from "floe-core";

/** What is left behind by every use of a secret; never its value. Published on `floe.secrets.audit`. */
export interface SecretsAuditEvent {
  /** When it ended, ISO 8601 in UTC. */
  readonly time: string;
  /** The process and its user: a plugin cannot know which of its host's parts called. */
  readonly requester: string;
  /** The key; the prefix of a listing; `name/*` for all keys of a secret that holds several. */
  readonly path: string;
  readonly operation: "get" | "set" | "list";
  /** `failed` includes what was refused or aborted. */
  readonly result: "found" | "absent" | "stored" | "listed" | "failed";
}

const audit = channel("floe.secrets.audit");

/** Does `work` and leaves an audit event, however it ends: on the channel and, at level `info`, in the log. */
export async function audited<Result>(
  event: Pick<SecretsAuditEvent, "operation" | "path"> & { readonly logger: Logger },
  work: () => Promise<Result>,
  describe: (result: Result) => SecretsAuditEvent["result"],
): Promise<Result> {
  const { logger, operation, path } = event;
  let result: SecretsAuditEvent["result"] = "failed";
  try {
    const answer = await work();
    result = describe(answer);
    return answer;
  } finally {
    const left: SecretsAuditEvent = { time: new Date().toISOString(), requester: requester(), path, operation, result };
    audit.publish(left);
    logger.info("secrets audit", { ...left });
  }
}

/** By number: a user in a container often has no name. Windows has no numbers for users. */
function requester(): string {
  const user = process.getuid?.();
  return `process ${process.pid}${user === undefined ? "" : ` of user ${user}`}`;
}
