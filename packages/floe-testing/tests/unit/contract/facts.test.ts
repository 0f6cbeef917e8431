import type { PluginContext } from "floe-core";
import { expect, test, vi } from "vitest";
import { afterAbort, forever, regardless } from "../../../src/broken/late-hook.ts";
import { SoundCompute } from "../../../src/broken/sound-compute.ts";
import { WithToken, withSchema } from "../../../src/broken/configured-compute.ts";
import { Facts } from "../../../src/contract/facts.ts";
import type { ContractDeclaration } from "../../../src/contract/contract-options.ts";
import { normalDeclaration } from "../../../src/contract/normal-declaration.ts";
import { Trial } from "../../../src/contract/trial/trial.ts";
import { LIMITS, subjectOf } from "../../support/try-clause.ts";

function factsOf(load: new () => object, declaration: ContractDeclaration = {}): Facts {
  return new Facts(() => new Trial(subjectOf(load), normalDeclaration({ ...declaration, limits: LIMITS })));
}

test("Facts.loading says how loading ended", async () => {
  expect(await factsOf(SoundCompute).loading()).toMatchObject({ kind: "returned", value: { name: "mine" } });
  expect(await factsOf(class {}).loading()).toMatchObject({ kind: "threw", error: { code: "FLOE_PLUGIN_CONTRACT" } });
});

test("Facts looks once at what several clauses ask for, also at the same time", async () => {
  const started = vi.fn();
  const facts = factsOf(class extends SoundCompute {
    override startup(): void {
      started();
    }
  });
  const [one, other] = await Promise.all([facts.life(), facts.life()]);
  expect(one).toBe(other);
  expect(started).toHaveBeenCalledOnce();
});

test("Facts.attention is listens for a hook that ends once its signal is aborted", async () => {
  const facts = factsOf(class extends SoundCompute {
    override startup({ signal }: PluginContext): Promise<void> {
      return afterAbort(signal);
    }
  });
  expect(await facts.attention("startup")).toBe("listens");
});

test("Facts.attention is deaf for a hook that goes on for a while", async () => {
  const facts = factsOf(class extends SoundCompute {
    override shutdown(): Promise<void> {
      return regardless(2 * LIMITS.signalMs);
    }
  });
  expect(await facts.attention("shutdown")).toBe("deaf");
});

test("Facts.attention is hangs for a hook that does not end", async () => {
  const facts = factsOf(class extends SoundCompute {
    override async healthCheck(): Promise<never> {
      return forever();
    }
  });
  expect(await facts.attention("healthCheck")).toBe("hangs");
});

test("Facts.secrets are those that are declared, and those of every configuration that is valid, each once", async () => {
  const facts = factsOf(WithToken, { valid: [{ token: "one" }, { token: "two" }], unreachable: { token: "three" }, secrets: ["one", "four"] });
  expect([...(await facts.secrets())].sort()).toEqual(["four", "one", "three", "two"]);
});

test("Facts.secrets are those that are declared for a plugin that cannot be loaded, or whose schema is none", async () => {
  expect(await factsOf(class {}, { secrets: ["one"] }).secrets()).toEqual(["one"]);
  expect(await factsOf(withSchema({}), { secrets: ["one"] }).secrets()).toEqual(["one"]);
});
