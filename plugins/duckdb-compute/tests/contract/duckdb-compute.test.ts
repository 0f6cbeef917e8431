import { describeComputeContract } from "floe-testing";
import { afterEach, beforeEach, describe, it } from "vitest";
import { DuckDBComputePlugin } from "../../src/plugin.ts";

describeComputeContract({
  test: { describe, it, beforeEach, afterEach },
  package: new URL("../..", import.meta.url),
  create: () => new DuckDBComputePlugin(),
});
