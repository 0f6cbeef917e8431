import { PluginType, type OrchestratorPlugin } from "floe-core";
import { expect, test } from "vitest";
import { normalDeclaration } from "../../../../../src/contract/normal-declaration.ts";
import { createdSubject } from "../../../../../src/contract/subject/created-subject.ts";
import { endings, runClause, runSample } from "../../../../../src/contract/types/orchestrator/sample-run.ts";
import { StepRecorder } from "../../../../../src/contract/types/orchestrator/step-recorder.ts";
import { Trial } from "../../../../../src/contract/trial/trial.ts";
import { FakeOrchestrator } from "../../../../../src/fakes/fake-orchestrator.ts";

test("runSample runs the sample product with the recorder's compute plugin, and endings says how its steps ended", async () => {
  const subject = createdSubject(PluginType.ORCHESTRATOR, { create: () => new FakeOrchestrator() });
  const trial = new Trial<OrchestratorPlugin>(subject, normalDeclaration({}));
  try {
    const result = await runSample(trial, new StepRecorder({ daily: "fails" }), { select: ["raw", "clean", "daily"] });
    expect(endings(result)).toEqual(["raw succeeded", "clean succeeded", "daily failed"]);
  } finally {
    await trial.end();
  }
});

test("runClause is tried once the plugin has started and runs in order", () => {
  const clause = runClause("orchestrator/run-result", "is tried", async () => {});
  expect(clause.after).toEqual(expect.arrayContaining(["startup/ends", "orchestrator/runs-in-order"]));
});
