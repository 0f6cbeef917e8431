import type { SecretsPlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { holdsReason } from "../../shapes/holds-reason.ts";
import { placesOf } from "../../trial/shown.ts";
import { failureOf } from "../../shapes/failure-of.ts";
import { auditEventsOf } from "./audit-watch.ts";
import { secretsClause, VALUE, type SecretsBench } from "./secrets-bench.ts";

/** ISO 8601 with offset. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** That every use of a secret is told, and no value shows anywhere. */
export const AUDIT_CLAUSES: readonly Clause<SecretsPlugin>[] = [
  secretsClause("secrets/audits-get", "leaves an audit event for each value that is asked for, absent ones too", async (bench) => {
    const key = `${bench.keys.prefix}THAT_THERE_IS_NOT`;
    await expectAudit(bench, "get", key, () => bench.get(key));
  }),
  secretsClause("secrets/audits-set", "leaves an audit event for each value that is stored", async (bench) => {
    await expectAudit(bench, "set", bench.keys.first, () => bench.store(bench.keys.first));
  }),
  secretsClause("secrets/audits-list", "leaves an audit event for each listing", async (bench) => {
    await expectAudit(bench, "list", bench.keys.prefix, () => bench.list(bench.keys.prefix));
  }),
  secretsClause(
    "secrets/audit-holds-no-value",
    "tells no value, neither in an audit event nor in a line of the log",
    async (bench) => {
      const events = await auditEventsOf(() => bench.trial.logs, async () => {
        await bench.store(bench.keys.first);
        await bench.get(bench.keys.first);
        await bench.list(bench.keys.prefix);
      });
      const shown = [
        ...events.map((value) => ({ where: "an audit event", value })),
        ...bench.trial.logs.map((value) => ({ where: "the host's log", value })),
      ];
      const places = placesOf([VALUE], shown);
      ensure(places.length === 0, () => `A value can be read in ${places.join(" and ")}`);
    },
    ["secrets/audits-get", "secrets/audits-set", "secrets/audits-list"],
  ),
  secretsClause("secrets/errors-hold-no-value", "tells no value in the errors with which it refuses to store one", async (bench) => {
    const aborted = AbortSignal.abort(new DOMException("The contract suite gave the call up", "AbortError"));
    const attempts = [
      ...["", "two\nlines", "a=b", "\u0000"].map((key) => () => bench.set(key, VALUE)),
      ...["\u0000", "\uD800", "'\"`\\\n"].map((rest) => () => bench.set(bench.keys.first, `${VALUE}${rest}`)),
      () => bench.plugin.setSecret(bench.keys.first, VALUE, undefined, { signal: aborted }),
    ];
    for (const attempt of attempts) {
      const failure = await failureOf(attempt);
      const places = placesOf([VALUE], [{ where: "an error", value: failure?.error }]);
      ensure(places.length === 0, "An error with which it refuses to store a value holds the value");
    }
  }),
  secretsClause("secrets/honours-its-signal", "does nothing once its signal is aborted: it rejects with the signal's reason", async (bench) => {
    const { plugin, keys } = bench;
    const reason = new DOMException("The contract suite gave the call up", "AbortError");
    const signal = AbortSignal.abort(reason);
    const calls: Readonly<Record<string, () => Promise<unknown>>> = {
      getSecret: () => plugin.getSecret(keys.second, { signal }),
      setSecret: () => plugin.setSecret(keys.second, VALUE, undefined, { signal }),
      listSecrets: () => plugin.listSecrets(keys.prefix, { signal }),
    };
    for (const [member, call] of Object.entries(calls)) {
      const failure = await failureOf(() => bench.trial.call(member, call));
      ensure(failure !== undefined, `${member} goes on although its signal is aborted`);
      ensure(holdsReason(failure.error, reason), `${member} rejects with something else than its signal's reason`);
    }
    ensure((await bench.get(keys.second)) !== VALUE, "It stores a value although its signal is aborted");
  }),
];

async function expectAudit(bench: SecretsBench, operation: string, path: string, use: () => Promise<unknown>): Promise<void> {
  const events = await auditEventsOf(() => bench.trial.logs, use);
  const event = events.find((one) => one["operation"] === operation && one["path"] === path);
  ensure(event !== undefined, `No audit event says that there was a ${operation}: neither floe.secrets.audit nor the log has one`);
  ensure(TIME.test(String(event["time"])), `The audit event of a ${operation} has no ISO 8601 time`);
  ensure(event["requester"] !== "" && event["result"] !== "", `The audit event of a ${operation} does not say who it was, or how it ended`);
}
