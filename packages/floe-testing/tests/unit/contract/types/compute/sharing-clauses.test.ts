import { PluginType, type ConfigSchema, type ProcessSharing } from "floe-core";
import { expect, test } from "vitest";
import { SoundCompute } from "../../../../../src/broken/sound-compute.ts";
import { SHARING_CLAUSES } from "../../../../../src/contract/types/compute/sharing-clauses.ts";
import { FakeCompute } from "../../../../../src/fakes/fake-compute.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";
import { tryClauses } from "../../../../support/try-clauses.ts";

expectClauses("SHARING_CLAUSES", PluginType.COMPUTE, SHARING_CLAUSES);

/** How the clause ends for a plugin that answers like this. */
async function tried(getProcessSharing: () => unknown): Promise<string | undefined> {
  const create = (): FakeCompute => new FakeCompute({ getProcessSharing: getProcessSharing as () => ProcessSharing });
  return (await tryClauses(PluginType.COMPUTE, SHARING_CLAUSES, { create }))["compute/process-sharing"];
}

test.each(["none", "exclusive", "concurrent"])("SHARING_CLAUSES take %s for an answer", async (sharing) => {
  expect(await tried(() => sharing)).toBe("kept");
});

test.each([
  ["another word", () => "shared", "answers with none of none, exclusive, concurrent"],
  ["nothing", () => undefined, "answers with none of none, exclusive, concurrent"],
  ["a promise", () => Promise.resolve("none"), "answers with a promise, and has nothing to wait for"],
])("SHARING_CLAUSES refuse %s", async (_, answer, reason) => {
  expect(await tried(answer)).toBe(`broken: getProcessSharing ${reason}`);
});

test("SHARING_CLAUSES refuse an answer that is another when it is asked again", async () => {
  const answers: ProcessSharing[] = ["exclusive", "concurrent"];
  expect(await tried(() => answers.shift())).toBe("broken: getProcessSharing answers with something else when it is asked again");
});

test("SHARING_CLAUSES refuse a plugin that has to be started before it can answer", async () => {
  class Late extends FakeCompute {
    #isStarted = false;
    override startup(): void {
      this.#isStarted = true;
    }
    override getProcessSharing(): ProcessSharing {
      if (!this.#isStarted) throw new Error("not started yet");
      return "none";
    }
  }
  const outcomes = await tryClauses(PluginType.COMPUTE, SHARING_CLAUSES, { create: () => new Late() });
  expect(outcomes["compute/process-sharing"]).toBe("broken: It ended with an error: not started yet");
});

test("SHARING_CLAUSES ask with every configuration", async () => {
  interface Config {
    readonly path: string;
  }
  class Forgetful extends FakeCompute {
    override getConfigSchema(): ConfigSchema<Config> {
      return { safeParse: (input) => ({ success: true, data: input as Config }) };
    }
    override getProcessSharing(): ProcessSharing {
      return (this.config as Config).path === ":memory:" ? "none" : ("a file" as ProcessSharing);
    }
  }
  const valid = [{ path: ":memory:" }, { path: "a.db" }];
  const outcomes = await tryClauses(PluginType.COMPUTE, SHARING_CLAUSES, { create: () => new Forgetful(), valid });
  expect(outcomes["compute/process-sharing"]).toMatch(/^broken: getProcessSharing answers with none of/);
});

test("SHARING_CLAUSES ask nothing of a plugin that does not say", async () => {
  const create = (): SoundCompute => Object.assign(new SoundCompute(), { name: "sound", version: "1.0.0", floeApiVersion: "1.0.0" });
  const outcomes = await tryClauses(PluginType.COMPUTE, SHARING_CLAUSES, { create });
  expect(outcomes["compute/process-sharing"]).toBe("skipped: it does not say how processes share: getProcessSharing is optional");
});
