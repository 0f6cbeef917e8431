import { describe, expect, test } from "vitest";
import { CircularDependencyError } from "../../../src/errors/circular-dependency-error.ts";
import { MissingDependencyError } from "../../../src/errors/missing-dependency-error.ts";
import { fakeIdentity, fakeSecrets, SECRETS, type FakeSecrets } from "../../support/fake-plugin.ts";
import { registered } from "../../support/fake-registry.ts";
import { thrownBy } from "../../support/thrown-by.ts";

describe("resolveDependencies", () => {
  test("resolveDependencies answers the given plugins, each after those it depends on", () => {
    const a = fakeSecrets("a", { dependencies: ["b", "floe.identity:a"] });
    const b = fakeSecrets("b", { dependencies: ["floe.identity:a"] });
    const id = fakeIdentity("a");
    expect(registered([]).resolveDependencies([a, id, b])).toStrictEqual([id, b, a]);
    expect(registered([]).resolveDependencies([b, a, id])).toStrictEqual([id, b, a]);
    expect(registered([]).resolveDependencies([])).toStrictEqual([]);
  });

  test("resolveDependencies counts what is active as there, and does not answer it", async () => {
    const registry = registered([fakeSecrets("base", { dependencies: ["deep"] }), fakeSecrets("deep")]);
    const top = fakeSecrets("top", { dependencies: ["base"] });
    const error = await thrownBy(() => registry.resolveDependencies([top]), MissingDependencyError);
    expect(error.missing).toMatchObject([{ plugin: "floe.secrets:top", dependency: "base" }]);
    await registry.activate(SECRETS, "base");
    expect(registry.resolveDependencies([top])).toStrictEqual([top]);
  });

  test("resolveDependencies takes the given plugin instead of the active one of the same key", async () => {
    const registry = registered([fakeSecrets("a")]);
    await registry.activateAll();
    const again = fakeSecrets("a", { dependencies: ["absent"] });
    expect((await thrownBy(() => registry.resolveDependencies([again]))).code).toBe("FLOE_PLUGIN_MISSING_DEPENDENCY");
  });

  test("resolveDependencies finds what extends no class of floe-core by its bare name", () => {
    const stranger = { name: "stranger", version: "1.0.0", dependencies: [] } as unknown as FakeSecrets;
    const top = fakeSecrets("top", { dependencies: ["stranger"] });
    expect(registered([]).resolveDependencies([top, stranger])).toStrictEqual([stranger, top]);
  });

  test("resolveDependencies throws a CircularDependencyError with every closed path", async () => {
    const plugins = [
      fakeSecrets("a", { dependencies: ["b"] }),
      fakeSecrets("b", { dependencies: ["a"] }),
      fakeSecrets("c", { dependencies: ["floe.secrets:c", "absent"] }),
    ];
    const error = await thrownBy(() => registered([]).resolveDependencies(plugins), CircularDependencyError);
    expect(error.code).toBe("FLOE_PLUGIN_CIRCULAR_DEPENDENCY");
    expect(error.cycles).toContainEqual(["floe.secrets:a", "floe.secrets:b", "floe.secrets:a"]);
  });

  test.each([
    ["missing", { name: "absent" }],
    ["ambiguous", { name: "twice" }],
    ["versionConflicts", { type: SECRETS, name: "twice", version: "^9.0.0" }],
  ] as const)("resolveDependencies throws a MissingDependencyError for what is %s", async (list, dependency) => {
    const plugins = [fakeSecrets("a", { dependencies: [dependency] }), fakeSecrets("twice"), fakeIdentity("twice")];
    const error = await thrownBy(() => registered([]).resolveDependencies(plugins), MissingDependencyError);
    expect(error.code).toBe("FLOE_PLUGIN_MISSING_DEPENDENCY");
    expect(error[list]).toHaveLength(1);
  });
});
