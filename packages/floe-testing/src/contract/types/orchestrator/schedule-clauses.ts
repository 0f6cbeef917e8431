import type { JobSchedule, OrchestratorPlugin } from "floe-core";
import type { OrchestratorClause } from "./orchestrator-clause.ts";
import type { Clause } from "../../clause.ts";
import { ALIVE } from "../../base/lifecycle-clauses.ts";
import { ensure, NotOffered } from "../../contract-breach.ts";
import type { Trial } from "../../trial/trial.ts";
import { failureOf } from "../../shapes/failure-of.ts";
import { sampleProduct } from "./sample-product.ts";

/** What every scheduler reads in the same way. */
const CRONS = ["0 6 * * *", "*/15 * * * *", "5,35 8-18 * * *", "0 0 1 * *", "0 0 1 jan *", "0 6 * * mon-fri", "0 0 29 2 *", "@hourly", "@daily"];

/** Texts, too few and too many fields, values out of range, days that never come, words that there are not. */
const BAD_CRONS = ["", "every day", "* * * *", "0 0 6 * * *", "60 * * * *", "0 24 * * *", "0 0 32 * *", "0 0 31 2 *", "0 0 * 13 *", "0 0 * * 8", "*/0 * * * *", "@fortnightly"];

const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "America/Argentina/Buenos_Aires", "Asia/Kolkata", "Pacific/Chatham"];

/** Names of nothing, offsets, and names in another case: elsewhere zones are files. */
const BAD_ZONES = ["", "Mars/Olympus", "Europe/Berln", "europe/berlin", "+01:00", "../UTC"];

/** What an orchestrator takes as a schedule. */
export const SCHEDULE_CLAUSES: readonly Clause<OrchestratorPlugin>[] = [
  clause("orchestrator/accepts-schedules", "takes five cron fields or an alias, in any IANA time zone", async (trial) => {
    const schedules = [...CRONS.map((cron) => ({ cron, timezone: "UTC" })), ...ZONES.map((timezone) => ({ cron: "30 2 * * *", timezone }))];
    for (const one of schedules) {
      const failure = await failureOf(() => schedule(trial, one));
      ensure(failure === undefined, `It refuses "${one.cron}" in ${one.timezone}`);
    }
  }),
  clause("orchestrator/refuses-bad-crons", "refuses a cron expression that can never come, or that schedulers do not know", async (trial) => {
    for (const cron of BAD_CRONS) {
      const failure = await failureOf(() => schedule(trial, { cron, timezone: "UTC" }));
      ensure(failure !== undefined, `It takes "${cron}" for a cron expression`);
    }
  }),
  clause("orchestrator/refuses-bad-time-zones", "refuses a time zone that is none", async (trial) => {
    for (const timezone of BAD_ZONES) {
      const failure = await failureOf(() => schedule(trial, { cron: "0 6 * * *", timezone }));
      ensure(failure !== undefined, `It takes "${timezone}" for a time zone`);
    }
  }),
  clause(
    "orchestrator/replaces-schedules",
    "keeps one schedule of a job, the latest",
    async (trial) => {
      await schedule(trial, { cron: "0 6 * * *", timezone: "UTC" });
      if ((await shown(trial)).length === 0) throw new NotOffered("its definitions do not show what scheduleJob was given");
      await schedule(trial, { cron: "0 7 * * *", timezone: "UTC" });
      const crons = (await shown(trial)).map(({ cron }) => cron).join(", ");
      ensure(crons === "0 7 * * *", `Of a job that was scheduled for six and then for seven, it shows ${crons}`);
    },
    ["orchestrator/accepts-schedules", "orchestrator/definitions"],
  ),
];

function clause(
  id: OrchestratorClause,
  title: string,
  check: (trial: Trial<OrchestratorPlugin>) => Promise<void>,
  after: readonly OrchestratorClause[] = [],
): Clause<OrchestratorPlugin> {
  return { id, title, after: [...ALIVE, ...after], check };
}

async function schedule(trial: Trial<OrchestratorPlugin>, when: Omit<JobSchedule, "job">): Promise<void> {
  const plugin = await trial.start();
  const job = sampleProduct(trial.folder).product.name;
  await trial.call("scheduleJob", (signal) => plugin.scheduleJob({ job, ...when, signal }));
}

/** What the definitions show of the sample product's job. */
async function shown(trial: Trial<OrchestratorPlugin>): Promise<readonly JobSchedule[]> {
  const plugin = await trial.start();
  const product = sampleProduct(trial.folder);
  const { schedules } = await trial.call("createDefinitions", (signal) => plugin.createDefinitions(product, { signal }));
  return schedules.filter(({ job }) => job === product.product.name);
}
