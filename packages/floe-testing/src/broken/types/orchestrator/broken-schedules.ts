import { PluginType, type HelmValues, type JobSchedule } from "floe-core";
import { FakeOrchestrator } from "../../../fakes/fake-orchestrator.ts";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";

const broken = brokenOfType(PluginType.ORCHESTRATOR);

/** Orchestrators that take other schedules than they should, and those with bad services. */
export const BROKEN_SCHEDULES: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "refuses-aliases", title: "that knows no aliases of cron expressions", violates: "orchestrator/accepts-schedules" },
    class extends FakeOrchestrator {
      override async scheduleJob(schedule: JobSchedule): Promise<void> {
        if (schedule.cron.startsWith("@")) throw new RangeError("Cannot schedule a job: it has one field instead of five");
        await super.scheduleJob(schedule);
      }
    },
  ),
  broken(
    { id: "takes-any-cron", title: "that takes every text for a cron expression", violates: "orchestrator/refuses-bad-crons" },
    class extends FakeOrchestrator {
      override async scheduleJob({ job, cron, timezone }: JobSchedule): Promise<void> {
        await super.scheduleJob({ job, cron: "@daily", timezone });
        this.schedules.set(job, { job, cron, timezone });
      }
    },
  ),
  broken(
    { id: "takes-any-time-zone", title: "that takes every text for a time zone", violates: "orchestrator/refuses-bad-time-zones" },
    class extends FakeOrchestrator {
      override async scheduleJob({ job, cron, timezone }: JobSchedule): Promise<void> {
        await super.scheduleJob({ job, cron, timezone: "UTC" });
        this.schedules.set(job, { job, cron, timezone });
      }
    },
  ),
  broken(
    { id: "keeps-the-first-schedule", title: "that keeps the first schedule of a job", violates: "orchestrator/replaces-schedules" },
    class extends FakeOrchestrator {
      override async scheduleJob(schedule: JobSchedule): Promise<void> {
        const first = this.schedules.get(schedule.job);
        await super.scheduleJob(schedule);
        if (first !== undefined) this.schedules.set(schedule.job, first);
      }
    },
  ),
  broken(
    { id: "lineage-answers-something-else", title: "that answers a lineage event with a word", violates: "orchestrator/lineage-answers-its-run" },
    { emitLineageEvent: async () => "sent" },
  ),
  broken(
    { id: "lineage-fails-the-job", title: "whose job fails with a lineage event", violates: "orchestrator/lineage-fails-no-job" },
    {
      emitLineageEvent: async (event) => {
        JSON.stringify(event);
        return event.run.runId;
      },
    },
  ),
  broken(
    { id: "helm-values-are-no-json", title: "whose chart has a function among its values", violates: "orchestrator/helm-values" },
    { getHelmValues: (): HelmValues => ({ replicas: () => 2 }) },
  ),
]);
