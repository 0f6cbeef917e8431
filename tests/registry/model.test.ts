import fc from "fast-check";
import { isPluginError, PluginRegistry, type PluginDependency } from "floe-core";
import { expect, test } from "vitest";
import { assertAtLength, timeoutFor } from "./support/assert-at-length.ts";
import { TracedPlugin, type TraceEntry } from "./support/traced-plugin.ts";

/*
 * The registry against a reference model small enough to be checked by eye. Commands run one after another
 * here; overlap.test.ts interleaves them.
 */

const RUNS = Number(process.env["FLOE_MODEL_RUNS"] ?? 300);
const GROUP = "floe.computes";
const NAMES = ["a", "b", "c", "d", "e", "f"] as const;

/** Who needs whom: a name may only need names before it, so there is no cycle. */
interface Wish {
  readonly name: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

type Status = "loaded" | "active" | "stopped" | "failed" | "blocked";

interface ModelPlugin {
  readonly wish: Wish;
  status: Status;
  config: number | undefined;
  /** What it was started with. */
  held: string[];
}

interface Model {
  readonly plugins: Map<string, ModelPlugin>;
  readonly broken: Set<string>;
}

interface Real {
  readonly registry: PluginRegistry;
  /** Whose startup fails, and whether by a throw or a rejection. */
  readonly broken: Map<string, "throws" | "rejects">;
  readonly trace: TraceEntry[];
  readonly wishes: ReadonlyMap<string, Wish>;
}

function newRegistry(wishes: ReadonlyMap<string, Wish>): Real {
  return { registry: new PluginRegistry({ sources: [] }), broken: new Map(), trace: [], wishes };
}

function makePlugin(real: Real, name: string): TracedPlugin {
  const wish = wishOf(real, name);
  const dependencies: PluginDependency[] = [
    ...wish.required,
    ...wish.optional.map((other) => ({ type: GROUP, name: other, optional: true })),
  ];
  const startup = (): void | Promise<void> => {
    const how = real.broken.get(name);
    if (how === "throws") throw new Error(`${name} is broken`);
    if (how === "rejects") return Promise.reject(new Error(`${name} is broken`));
  };
  return new TracedPlugin(name, { dependencies, trace: real.trace, behaviour: { startup } });
}

function wishOf(real: Real, name: string): Wish {
  return real.wishes.get(name) ?? { name, required: [], optional: [] };
}

// ---- the reference model -------------------------------------------------------------------------------

/** Whether everything it needs, all the way down, is known. */
function isComplete(model: Model, name: string): boolean {
  const plugin = model.plugins.get(name);
  return plugin !== undefined && plugin.wish.required.every((other) => isComplete(model, other));
}

function modelActivate(model: Model, name: string): void {
  const plugin = model.plugins.get(name);
  if (plugin === undefined || plugin.status === "active") return;
  const { required, optional } = plugin.wish;
  const present = optional.filter((other) => isComplete(model, other));
  for (const other of [...required, ...present]) modelActivate(model, other);
  if (required.some((other) => !model.plugins.has(other))) plugin.status = "failed";
  else if (required.some((other) => model.plugins.get(other)?.status !== "active")) plugin.status = "blocked";
  else if (model.broken.has(name)) plugin.status = "failed";
  else {
    plugin.status = "active";
    plugin.held = [...required, ...present].filter((other) => model.plugins.get(other)?.status === "active");
  }
  if (plugin.status === "active" || (plugin.status === "failed" && isComplete(model, name))) plugin.config ??= 1;
}

/** `activate` starts nothing for what cannot start anyway. */
function modelActivateOne(model: Model, name: string): void {
  const plugin = model.plugins.get(name);
  if (plugin === undefined || plugin.status === "active" || isComplete(model, name)) return modelActivate(model, name);
  const isDirect = plugin.wish.required.some((other) => !model.plugins.has(other));
  plugin.status = isDirect ? "failed" : "blocked";
}

function modelShutdown(model: Model, name: string): void {
  const plugin = model.plugins.get(name);
  if (plugin?.status !== "active") return;
  for (const other of dependentsOf(model, name)) modelShutdown(model, other);
  plugin.status = "stopped";
  plugin.held = [];
}

function dependentsOf(model: Model, name: string): string[] {
  return [...model.plugins].filter(([, one]) => one.status === "active" && one.held.includes(name)).map(([key]) => key);
}

// ---- commands ------------------------------------------------------------------------------------------

type Command = fc.AsyncCommand<Model, Real>;

function command(title: string, run: (model: Model, real: Real) => Promise<void>): Command {
  return {
    check: () => true,
    toString: () => title,
    run: async (model, real) => {
      await run(model, real);
      compare(model, real);
    },
  };
}

function compare(model: Model, { registry, trace }: Real): void {
  expect(registry.list().map(({ name }) => name)).toEqual([...model.plugins.keys()].sort());
  for (const [name, plugin] of model.plugins) {
    const state = registry.state(GROUP, name);
    // A plugin that only something else failed over keeps the state it had in the registry's eyes.
    if (plugin.status === "active" || state === "active") expect([name, state]).toEqual([name, plugin.status]);
  }
  const up = new Set<string>();
  for (const { hook, name } of trace) {
    if (hook === "startup") up.add(name);
    else up.delete(name);
  }
  const active = [...model.plugins].filter(([, plugin]) => plugin.status === "active").map(([name]) => name);
  expect([...up].sort()).toEqual(active.sort());
}

async function outcome(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "ok",
    (error: unknown) => (isPluginError(error) ? error.code : `not ours: ${String(error)}`),
  );
}

const anyName = fc.constantFrom(...NAMES);

const commands = [
  anyName.map((name) =>
    command(`register ${name}`, async (model, real) => {
      const result = await outcome((async () => real.registry.register(GROUP, makePlugin(real, name)))());
      expect(result).toBe(model.plugins.has(name) ? "FLOE_PLUGIN_DUPLICATE" : "ok");
      if (result === "ok") {
        model.plugins.set(name, { wish: wishOf(real, name), status: "loaded", config: undefined, held: [] });
      }
    }),
  ),
  anyName.map((name) =>
    command(`unregister ${name}`, async (model, real) => {
      const isThere = model.plugins.has(name);
      const inUse = dependentsOf(model, name).length > 0;
      const result = await outcome(real.registry.unregister(GROUP, name).then((removed) => expect(removed).toBe(isThere)));
      expect(result).toBe(inUse ? "FLOE_PLUGIN_IN_USE" : "ok");
      if (!inUse) model.plugins.delete(name);
    }),
  ),
  anyName.map((name) =>
    command(`get ${name}`, async (model, real) => {
      const result = await outcome(real.registry.get(GROUP, name));
      expect(result).toBe(model.plugins.has(name) ? "ok" : "FLOE_PLUGIN_NOT_FOUND");
    }),
  ),
  fc.tuple(anyName, fc.constantFrom<unknown>({}, { size: 7 }, { size: "many" }, { sise: 1 })).map(([name, config]) =>
    command(`configure ${name} ${JSON.stringify(config)}`, async (model, real) => {
      const plugin = model.plugins.get(name);
      const isValid = JSON.stringify(config) !== '{"size":"many"}' && JSON.stringify(config) !== '{"sise":1}';
      const result = await outcome(real.registry.configure(GROUP, name, config));
      if (plugin === undefined) return expect(result).toBe("FLOE_PLUGIN_NOT_FOUND");
      if (plugin.status === "active" || !isValid) return expect(result).toBe("FLOE_PLUGIN_CONFIGURATION");
      expect(result).toBe("ok");
      plugin.config = JSON.stringify(config) === "{}" ? 1 : 7;
      expect(real.registry.getConfig(GROUP, name)).toEqual({ size: plugin.config });
    }),
  ),
  anyName.map((name) =>
    command(`activate ${name}`, async (model, real) => {
      const result = await outcome(real.registry.activate(GROUP, name));
      modelActivateOne(model, name);
      const status = model.plugins.get(name)?.status;
      if (status === undefined) return expect(result).toBe("FLOE_PLUGIN_NOT_FOUND");
      if (status === "active") return expect(result).toBe("ok");
      if (status === "blocked") return expect(result).toBe("FLOE_PLUGIN_BLOCKED");
      expect(result).toBe(isComplete(model, name) ? "FLOE_PLUGIN_STARTUP" : "FLOE_PLUGIN_MISSING_DEPENDENCY");
    }),
  ),
  fc.constant(
    command("activateAll", async (model, real) => {
      const report = await real.registry.activateAll();
      for (const name of NAMES) modelActivate(model, name);
      const states = Object.fromEntries(report.plugins.map(({ key, state }) => [key.slice(GROUP.length + 1), state]));
      expect(states).toEqual(Object.fromEntries([...model.plugins].map(([name, { status }]) => [name, status])));
      expect(report.ok).toBe([...model.plugins.values()].every(({ status }) => status === "active"));
    }),
  ),
  anyName.map((name) =>
    command(`shutdown ${name}`, async (model, real) => {
      const before = real.trace.length;
      const result = await outcome(real.registry.shutdown(GROUP, name));
      expect(result).toBe(model.plugins.has(name) ? "ok" : "FLOE_PLUGIN_NOT_FOUND");
      modelShutdown(model, name);
      expect(real.trace.slice(before).every(({ hook }) => hook === "shutdown")).toBe(true);
    }),
  ),
  fc.constant(
    command("shutdownAll", async (model, real) => {
      const starts = real.trace.filter(({ hook }) => hook === "startup").map(({ name }) => name);
      const active = new Set([...model.plugins].filter(([, { status }]) => status === "active").map(([name]) => name));
      const lastStarts = [...active].sort((one, other) => starts.lastIndexOf(other) - starts.lastIndexOf(one));
      const report = await real.registry.shutdownAll();
      expect(report.plugins.map(({ key }) => key.slice(GROUP.length + 1))).toEqual(lastStarts);
      for (const name of active) modelShutdown(model, name);
    }),
  ),
  anyName.map((name) =>
    command(`health ${name}`, async (model, real) => {
      const status = model.plugins.get(name)?.status;
      if (status === undefined) return expect(await outcome(real.registry.healthCheck(GROUP, name))).toBe("FLOE_PLUGIN_NOT_FOUND");
      const health = await real.registry.healthCheck(GROUP, name);
      expect(health.state).toBe(status === "active" ? "healthy" : "unhealthy");
      if (status !== "active") expect(health.details).toMatchObject({ reason: "not_started" });
    }),
  ),
  fc.constant(
    command("healthAll", async (model, real) => {
      const report = await real.registry.healthCheckAll();
      const states = Object.fromEntries(report.plugins.map(({ key, status }) => [key.slice(GROUP.length + 1), status.state]));
      const expected = [...model.plugins].map(([name, { status }]) => [name, status === "active" ? "healthy" : "unhealthy"] as const);
      expect(states).toEqual(Object.fromEntries(expected));
    }),
  ),
  fc.constant(
    command("activateAll, given up before it begins", async (model, real) => {
      const before = real.trace.length;
      const report = await real.registry.activateAll({ signal: AbortSignal.abort(new Error("never mind")) });
      expect(report.ok).toBe([...model.plugins.values()].every(({ status }) => status === "active"));
      expect(real.trace).toHaveLength(before);
    }),
  ),
  fc.tuple(anyName, fc.constantFrom("throws", "rejects")).map(([name, how]) =>
    command(`break ${name}, which ${how}`, async (model, real) => {
      model.broken.add(name);
      real.broken.set(name, how);
    }),
  ),
  anyName.map((name) =>
    command(`mend ${name}`, async (model, real) => {
      model.broken.delete(name);
      real.broken.delete(name);
    }),
  ),
];

/** Any acyclic wishes over the names: a name may need the ones before it. */
const anyWishes: fc.Arbitrary<ReadonlyMap<string, Wish>> = fc
  .tuple(...NAMES.map((_, index) => fc.array(fc.constantFrom("none", "required", "optional"), { minLength: index, maxLength: index })))
  .map((rows) => {
    const wishes = new Map<string, Wish>();
    NAMES.forEach((name, index) => {
      const kinds = rows[index] ?? [];
      const named = (kind: string): string[] => NAMES.filter((_, other) => kinds[other] === kind);
      wishes.set(name, { name, required: named("required"), optional: named("optional") });
    });
    return wishes;
  });

test("PluginRegistry behaves as its reference model under any sequence of commands", { timeout: timeoutFor(RUNS) }, async () => {
  await assertAtLength(
    fc.asyncProperty(anyWishes, fc.subarray([...NAMES]), fc.commands(commands, { maxCommands: 40, size: "max" }), async (wishes, registered, sequence) => {
      const real = newRegistry(wishes);
      const model: Model = { plugins: new Map(), broken: new Set() };
      for (const name of registered) {
        real.registry.register(GROUP, makePlugin(real, name));
        model.plugins.set(name, { wish: wishOf(real, name), status: "loaded", config: undefined, held: [] });
      }
      await fc.asyncModelRun(() => ({ model, real }), sequence);
      await real.registry.shutdownAll();
    }),
    RUNS,
  );
});
