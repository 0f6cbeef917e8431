import { PluginType, type CompiledArtifacts, type RunEvent, type RunOptions, type RunResult, type StepResult } from "floe-core";
import { FakeOrchestrator } from "../../../fakes/fake-orchestrator.ts";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";

const broken = brokenOfType(PluginType.ORCHESTRATOR);

type Run = (artifacts: CompiledArtifacts, options: RunOptions) => Promise<RunResult>;

/** A class that runs in another way than it should. */
function running(run: (artifacts: CompiledArtifacts, options: RunOptions, sound: Run) => Promise<RunResult>): new () => FakeOrchestrator {
  return class extends FakeOrchestrator {
    override async run(artifacts: CompiledArtifacts, options: RunOptions): Promise<RunResult> {
      return run(artifacts, options, (others, with_) => super.run(others, with_));
    }
  };
}

/** A class that answers with another result than it should. */
function answering(change: (result: RunResult) => RunResult): new () => FakeOrchestrator {
  return running(async (artifacts, options, sound) => change(await sound(artifacts, options)));
}

/** A class that changes each step of its result. */
function withSteps(change: (step: StepResult) => StepResult): new () => FakeOrchestrator {
  return answering((result) => ({ ...result, steps: result.steps.map(change) }));
}

/** A class that tells other events than it should. */
function telling(change: (event: RunEvent) => RunEvent | undefined): new () => FakeOrchestrator {
  return running((artifacts, options, sound) => {
    const onEvent = (event: RunEvent): void => {
      const told = change(event);
      if (told !== undefined) options.onEvent?.(told);
    };
    return sound(artifacts, { ...options, onEvent });
  });
}

/** Orchestrators that run a product in another way than all others. */
export const BROKEN_RUNS: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "runs-in-reverse", title: "that runs transforms before those that they need", violates: "orchestrator/runs-in-order" },
    running((artifacts, options, sound) => {
      const transforms = [...artifacts.transforms].reverse().map((transform) => ({ ...transform, dependsOn: [] }));
      return sound({ ...artifacts, transforms }, options);
    }),
  ),
  broken(
    { id: "result-has-no-times", title: "whose results have times in words", violates: "orchestrator/run-result" },
    answering((result) => ({ ...result, startedAt: "this morning" })),
  ),
  broken(
    { id: "result-has-no-rows", title: "whose results do not say how many rows a step wrote", violates: "orchestrator/run-result" },
    withSteps(({ name, status, durationMs, ...others }) => {
      const { rows: _, ...rest } = others;
      return { name, status, durationMs, ...rest };
    }),
  ),
  broken(
    { id: "one-failure-ends-all", title: "that runs nothing any more once a transform has failed", violates: "orchestrator/isolates-failures" },
    running((artifacts, options, sound) => {
      const chained = artifacts.transforms.map((transform, index) => {
        const before = artifacts.transforms[index - 1];
        return before === undefined ? transform : { ...transform, dependsOn: [...transform.dependsOn, before.name] };
      });
      return sound({ ...artifacts, transforms: chained }, options);
    }),
  ),
  broken(
    { id: "names-the-parent", title: "that names the step before a skipped one, not the root", violates: "orchestrator/names-the-root" },
    withSteps((step) => (step.name === "report" && step.status === "skipped" ? { ...step, skippedBecauseOf: "daily" } : step)),
  ),
  broken(
    { id: "runs-what-is-not-selected", title: "that runs everything, and shows what was selected", violates: "orchestrator/runs-what-is-selected" },
    running(async (artifacts, options, sound) => {
      const { select } = options;
      const isKnown = select?.every((selected) => artifacts.transforms.some(({ name }) => name === selected)) ?? true;
      if (select === undefined || !isKnown) return sound(artifacts, options);
      const result = await sound(artifacts, { ...options, select: undefined });
      return { ...result, steps: result.steps.filter(({ name }) => select.includes(name)) };
    }),
  ),
  broken(
    { id: "ignores-unknown-selections", title: "that ignores what is selected and is not there", violates: "orchestrator/refuses-unknown-selections" },
    running((artifacts, options, sound) => {
      const select = options.select?.filter((selected) => artifacts.transforms.some(({ name }) => name === selected));
      return sound(artifacts, { ...options, select });
    }),
  ),
  broken(
    {
      id: "run-is-deaf",
      title: "whose runs cannot be cancelled",
      violates: "orchestrator/can-be-cancelled",
      entails: ["orchestrator/starts-nothing-once-cancelled"],
    },
    running((artifacts, options, sound) => sound(artifacts, { ...options, signal: undefined })),
  ),
  broken(
    { id: "cancelled-is-failed", title: "that says of a cancelled run that it failed", violates: "orchestrator/can-be-cancelled" },
    answering((result) => (result.status === "cancelled" ? { ...result, status: "failed" } : result)),
  ),
  broken(
    { id: "goes-on-when-cancelled", title: "that runs what is left of a cancelled run", violates: "orchestrator/starts-nothing-once-cancelled" },
    running(async (artifacts, options, sound) => {
      const result = await sound(artifacts, options);
      const session = result.status === "cancelled" ? await options.plugins["floe.computes"]?.[0]?.openSession?.() : undefined;
      await session?.materialize({ name: "daily", sql: "", materialization: "table" });
      await session?.close();
      return result;
    }),
  ),
  broken(
    { id: "tells-no-starts", title: "that does not tell when a step starts", violates: "orchestrator/tells-events" },
    telling((event) => (event.type === "step-started" ? undefined : event)),
  ),
  broken(
    { id: "tells-no-end", title: "that does not tell when a run ends", violates: "orchestrator/tells-events" },
    telling((event) => (event.type === "run-finished" ? undefined : event)),
  ),
  broken(
    { id: "tells-of-other-runs", title: "whose events are of another run than its result", violates: "orchestrator/tells-events" },
    telling((event) => ({ ...event, runId: "another" })),
  ),
  broken(
    { id: "listeners-break-it", title: "whose run fails with whoever listens to it", violates: "orchestrator/survives-listeners" },
    running(async (artifacts, options, sound) => {
      const thrown: unknown[] = [];
      const onEvent = (event: RunEvent): void => {
        try {
          options.onEvent?.(event);
        } catch (error) {
          thrown.push(error);
        }
      };
      const result = await sound(artifacts, { ...options, onEvent });
      if (thrown.length > 0) throw thrown[0];
      return result;
    }),
  ),
  broken(
    { id: "leaves-sessions-open", title: "that does not close a session of its run", violates: "orchestrator/closes-sessions" },
    running(async (artifacts, options, sound) => {
      await options.plugins["floe.computes"]?.[0]?.openSession?.();
      return sound(artifacts, options);
    }),
  ),
]);
