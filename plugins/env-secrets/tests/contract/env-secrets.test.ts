import { describeSecretsContract } from "floe-testing";
import { afterEach, beforeEach, describe, it } from "vitest";
import { EnvSecretsPlugin } from "../../src/plugin.ts";

describeSecretsContract({
  test: { describe, it, beforeEach, afterEach },
  package: new URL("../..", import.meta.url),
  create: () => new EnvSecretsPlugin(),
});
