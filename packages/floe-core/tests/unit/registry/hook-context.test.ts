import { describe, expect, test } from "vitest";
import { silentLogger } from "../../../src/logger.ts";
import { hookContext, startContext } from "../../../src/registry/hook-context.ts";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";
import { HookScope } from "../../../src/registry/run-hook.ts";
import { fakeSecrets } from "../../support/fake-plugin.ts";

function loaded(name: string): PluginRecord {
  return Object.assign(new PluginRecord("floe.secrets", name, undefined), { plugin: fakeSecrets(name) });
}

describe("hookContext", () => {
  test("hookContext hands out logger and signal, and nothing to give the hook up by", () => {
    const scope = new HookScope(silentLogger);
    const context = hookContext(scope);
    expect(Reflect.ownKeys(context)).toStrictEqual(["logger", "signal"]);
    expect([context.logger, context.signal]).toStrictEqual([silentLogger, scope.signal]);
  });

  test("hookContext can be copied, so that a plugin may hand on another logger", () => {
    const scope = new HookScope(silentLogger);
    const logger = { ...silentLogger };
    const copy = Object.assign({}, hookContext(scope), { logger });
    expect(copy.signal).toBe(scope.signal);
    expect(copy.logger).toBe(logger);
  });
});

describe("startContext", () => {
  test.each([
    ["inherited from", (context: object): object => Object.create(context) as object],
    ["wrapped in a proxy", (context: object): object => new Proxy(context, {})],
  ])("startContext can be %s", (_, wrap) => {
    const scope = new HookScope(silentLogger);
    const context = startContext(scope, [loaded("one")]);
    const wrapped = wrap(context);
    expect(wrapped).toHaveProperty("signal", scope.signal);
    expect(wrapped).toHaveProperty("dependencies", context.dependencies);
  });

  test("startContext.dependencies is one map, by key, of what the plugin is started with", () => {
    const [one, two] = [loaded("one"), loaded("two")];
    const context = startContext(new HookScope(silentLogger), [one, two]);
    expect([...context.dependencies]).toStrictEqual([
      ["floe.secrets:one", one.plugin],
      ["floe.secrets:two", two.plugin],
    ]);
    expect(context.dependencies).toBe(context.dependencies);
  });

  test("startContext can be copied with all that it hands out", () => {
    const scope = new HookScope(silentLogger);
    const context = startContext(scope, [loaded("one")]);
    expect(Reflect.ownKeys(context)).toStrictEqual(["logger", "signal", "dependencies"]);
    expect(Object.assign({}, context)).toStrictEqual({ logger: silentLogger, signal: scope.signal, dependencies: context.dependencies });
  });
});
