import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspectMembers, type Inspected } from "../../../src/plugin/inspect-members.ts";
import { brandPluginClass } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";
import type { PluginTypeDefinition } from "../../../src/plugin/plugin-type-definition.ts";
import { PROBES, ProbePlugin } from "../../support/probes.ts";

/** A class of its own each time: nothing is known of it yet. */
function newClass(): new () => ProbePlugin {
  return class extends ProbePlugin {
    isRemote = false;
    measure(): number {
      return 1;
    }
  };
}

function inspect(plugin: object, definition: PluginTypeDefinition = PROBES): readonly unknown[] {
  return inspectMembers(plugin as Inspected, definition);
}

const fail = (): never => {
  throw new Error("not today");
};

/** Whatever may stand under a member's name. */
const PROPERTIES: readonly PropertyDescriptor[] = [
  { value: () => 1 },
  { value: undefined },
  { value: null },
  { value: true },
  { value: [] },
  { value: {} },
  { get: () => () => 1 },
  { get: fail },
  { value: ProbePlugin.prototype.hinted },
  { value: PluginMetadata.prototype.startup },
];
const MEMBERS = ["measure", "isRemote", "hinted", "limits", "startup", "healthCheck"] as const;

const change = fc.record({
  where: fc.constantFrom("instance", "class"),
  member: fc.constantFrom(...MEMBERS),
  property: fc.constantFrom(...PROPERTIES),
});

describe("inspectMembers", () => {
  test("inspectMembers finds nothing wrong with a second instance of a class that keeps its contract", () => {
    const Probe = newClass();
    expect([inspect(new Probe()), inspect(new Probe())]).toStrictEqual([[], []]);
  });

  test("inspectMembers sees what one instance has otherwise than those before it", () => {
    const Probe = newClass();
    inspect(new Probe());
    expect(inspect(Object.assign(new Probe(), { measure: 5 }))).toMatchObject([{ member: "measure", rule: "kind" }]);
    expect(inspect(Object.assign(new Probe(), { isRemote: "no" }))).toMatchObject([{ member: "isRemote", rule: "kind" }]);
    expect(inspect(Object.defineProperty<object>(new Probe(), "limits", { get: fail }))).toMatchObject([{ rule: "readable" }]);
    expect(inspect(new Probe())).toStrictEqual([]);
  });

  test("inspectMembers sees what became of a class since", () => {
    const Probe = newClass();
    inspect(new Probe());
    Reflect.deleteProperty(Probe.prototype as object, "measure");
    expect(inspect(new Probe())).toMatchObject([{ member: "measure", rule: "missing" }]);
  });

  test("inspectMembers sees that a method went to an abstract class, or that its class became one", () => {
    const definition: PluginTypeDefinition = { group: "floe.probes", required: { measure: "function" } };
    for (const change of [
      (own: object, abstract: object) => {
        Object.defineProperty(abstract, "measure", { value: Reflect.get(own, "measure") });
        Reflect.deleteProperty(own, "measure");
      },
      (own: object) => { brandPluginClass(own, "floe.probes"); },
    ]) {
      class Abstract {}
      class Own extends Abstract {
        measure(): void {}
      }
      brandPluginClass(Abstract.prototype, "floe.probes");
      expect(inspect(new Own(), definition)).toStrictEqual([]);
      change(Own.prototype, Abstract.prototype);
      expect(inspect(new Own(), definition)).toMatchObject([{ member: "measure", rule: "missing" }]);
    }
  });

  test("inspectMembers reads what a getter answers once in each instance, and holds on to nothing of it", () => {
    const definition: PluginTypeDefinition = { group: "floe.probes", required: { measure: "function" } };
    const readOf: object[] = [];
    class Probe {
      get measure(): () => unknown {
        readOf.push(this);
        return () => this;
      }
    }
    const [one, other] = [new Probe(), new Probe()];
    expect([inspect(one, definition), inspect(other, definition)]).toStrictEqual([[], []]);
    expect(readOf).toStrictEqual([one, other]);
  });

  test("inspectMembers does not take what a proxy says for what its class has", () => {
    const definition: PluginTypeDefinition = { group: "floe.probes", required: { measure: "function" } };
    class Probe {}
    Object.defineProperty(Probe.prototype, "measure", { value: 5 });
    expect(inspect(new Proxy(new Probe(), { get: () => fail }), definition)).toStrictEqual([]);
    expect(inspect(new Probe(), definition)).toMatchObject([{ member: "measure", rule: "kind" }]);
  });

  test("inspectMembers judges a class anew for another type", () => {
    const Probe = newClass();
    inspect(new Probe());
    expect(inspect(new Probe(), { group: "floe.probes", required: { absent: "string" } })).toMatchObject([{ member: "absent" }]);
  });

  test("inspectMembers takes an object without a prototype", () => {
    const bare = Object.create(null) as object;
    expect(inspect(bare, { group: "floe.probes", required: {} })).toStrictEqual([]);
  });

  test("inspectMembers answers the same whether its class was judged before or not", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const make = (isJudged: boolean): readonly unknown[] => {
          const Probe = newClass();
          const plugin = new Probe();
          if (isJudged) inspect(new Probe());
          for (const { where, member, property } of changes) {
            Object.defineProperty(where === "class" ? Probe.prototype : plugin, member, { ...property, configurable: true });
          }
          return inspect(plugin);
        };
        expect(make(true)).toStrictEqual(make(false));
      }),
    );
  });
});
