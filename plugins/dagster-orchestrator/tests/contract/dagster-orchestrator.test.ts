import { describeOrchestratorContract } from "floe-testing";
import { afterEach, beforeEach, describe, it } from "vitest";
import { DagsterOrchestratorPlugin } from "../../src/plugin.ts";

describeOrchestratorContract({
  test: { describe, it, beforeEach, afterEach },
  package: new URL("../..", import.meta.url),
  create: () => new DagsterOrchestratorPlugin(),
});
