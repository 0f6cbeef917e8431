import type { HealthStatus, PluginContext, StartupContext } from "floe-core";
import { expect, test } from "vitest";
import { Accepting, withSchema } from "../../../../src/broken/configured-compute.ts";
import { afterAbort, forever } from "../../../../src/broken/late-hook.ts";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { play, type Played, type Step } from "../../../../src/contract/trial/play.ts";
import { inTrial, LIMITS, subjectOf } from "../../../support/try-clause.ts";

function played(load: new () => object, steps: readonly Step[]): Promise<Played> {
  return inTrial(subjectOf(load), (trial) => play(trial, steps));
}

/** A class that writes down which of its hooks are called. */
function writing(calls: string[], hooks: { readonly healthCheck?: () => Promise<HealthStatus>; readonly startup?: () => void } = {}): new () => SoundCompute {
  return class extends SoundCompute {
    override startup(): void {
      calls.push("startup");
      hooks.startup?.();
    }

    override async healthCheck(): Promise<HealthStatus> {
      calls.push("healthCheck");
      return hooks.healthCheck?.() ?? { state: "healthy" };
    }

    override shutdown(): void {
      calls.push("shutdown");
    }
  };
}

test("play calls the hooks in order, and says how each ended", async () => {
  const calls: string[] = [];
  const { endings } = await played(writing(calls), ["startup", "healthCheck", "shutdown"]);
  expect(calls).toEqual(["startup", "healthCheck", "shutdown"]);
  expect(endings.map(({ hook, kind }) => [hook, kind])).toEqual([
    ["startup", "returned"],
    ["healthCheck", "returned"],
    ["shutdown", "returned"],
  ]);
});

test("play goes on after a hook that throws, and shows the error", async () => {
  const calls: string[] = [];
  const error = new Error("no disk");
  const failing = writing(calls, { startup: () => { throw error; } });
  const { endings, shown } = await played(failing, ["startup", "shutdown"]);
  expect(endings.map(({ kind }) => kind)).toEqual(["threw", "returned"]);
  expect(shown).toContainEqual({ where: "the error of startup", value: error });
});

test("play ends with a hook that hangs, and still shuts down", async () => {
  const calls: string[] = [];
  const { endings } = await played(writing(calls, { healthCheck: forever }), ["startup", "healthCheck", "shutdown"]);
  expect(endings.map(({ hook, kind }) => [hook, kind])).toEqual([["startup", "returned"], ["healthCheck", "pending"]]);
  expect(calls).toEqual(["startup", "healthCheck", "shutdown"]);
});

test("play shuts down what its steps leave running, so that the next one finds nothing open", async () => {
  const calls: string[] = [];
  const { endings } = await played(writing(calls), ["startup"]);
  expect(calls).toEqual(["startup", "shutdown"]);
  expect(endings).toHaveLength(1);
});

test("play aborts the signal of a call that is to be given up as soon as it is made", async () => {
  const seen: boolean[] = [];
  class Listening extends SoundCompute {
    override startup({ signal }: PluginContext): Promise<void> {
      seen.push(signal.aborted);
      return afterAbort(signal);
    }
  }
  const { endings } = await played(Listening, [{ hook: "startup", aborted: true }]);
  expect(seen).toEqual([false]);
  expect(endings).toMatchObject([{ hook: "startup", kind: "returned" }]);
  expect(endings[0]?.afterMs).toBeLessThan(LIMITS.signalMs);
});

test("play hands startup what the plugin depends on, and a logger whose lines it shows", async () => {
  const keys: string[] = [];
  class Needing extends SoundCompute {
    override startup({ dependencies, logger }: StartupContext): void {
      keys.push(...dependencies.keys());
      logger.warn("started", { threads: 4 });
    }
  }
  const subject = subjectOf(Needing, { dependencies: [{ type: "floe.storage" }] });
  const { shown } = await inTrial(subject, (trial) => play(trial, ["startup"]));
  expect(keys).toEqual(["floe.storage:fake"]);
  expect(shown).toContainEqual({ where: "the host's log", value: ["started", { threads: 4 }] });
});

test("play keeps what hooks print, what they leave open, and what they do to the process", async () => {
  let left: NodeJS.Timeout | undefined;
  class Rude extends SoundCompute {
    override startup(): void {
      process.stdout.write("printed");
      left = setInterval(() => {}, 60_000);
      process.env["FLOE_TEST_PLAY"] = "1";
    }
  }
  const seen = await played(Rude, ["startup", "shutdown"]);
  clearInterval(left);
  Reflect.deleteProperty(process.env, "FLOE_TEST_PLAY");
  expect(seen).toMatchObject({ printed: ["printed"], left: [{ type: "Timeout" }], world: { globals: ["process.env.FLOE_TEST_PLAY"] } });
});

test("play names the first hook that changes the configuration", async () => {
  class Changing extends Accepting {
    override startup(): void {
      (this.config as { readonly files: string[] }).files.push("b");
    }
  }
  const seen = await played(Changing, ["startup", "shutdown"]);
  expect(seen).toMatchObject({ configChangedBy: "startup", configured: { kind: "returned" } });
  expect(await played(Accepting, ["startup", "shutdown"])).toMatchObject({ configChangedBy: undefined });
});

test("play shows the error of configure, and calls the hooks all the same", async () => {
  class Refusing extends Accepting {
    override configure(): void {
      throw new Error("no");
    }
  }
  const { configured, endings, shown } = await played(Refusing, ["startup"]);
  expect(configured).toMatchObject({ kind: "threw", error: { message: "no" } });
  expect(endings).toHaveLength(1);
  expect(shown.map(({ where }) => where)).toContain("the error of configure");
});

test("play configures nothing where there is no schema, or one that refuses", async () => {
  const refusing = withSchema({ safeParse: () => ({ success: false, error: { issues: [{ path: [], message: "no" }] } }) });
  expect((await played(SoundCompute, ["startup"])).configured).toBeUndefined();
  expect((await played(refusing, ["startup"])).configured).toBeUndefined();
});

test("play lets output through again even if it cannot go on", async () => {
  const write = process.stdout.write;
  const throwing = withSchema({ safeParse: () => { throw new Error("broken schema"); } });
  await expect(played(throwing, ["startup"])).rejects.toThrow("broken schema");
  expect(process.stdout.write).toBe(write);
});
