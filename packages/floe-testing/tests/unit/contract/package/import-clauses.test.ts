import { afterEach, describe, expect, test } from "vitest";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { ContractRun } from "../../../../src/contract/contract-run.ts";
import { normalDeclaration } from "../../../../src/contract/normal-declaration.ts";
import { importClauses } from "../../../../src/contract/package/import-clauses.ts";
import { installedSubject } from "../../../../src/contract/package/installed-subject.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

/** Where a module on disk finds a class of this process: it cannot import sources. */
const SLOT = Symbol.for("floe-testing.import-clauses");
const LEFT = "floeTestingLeftByImport";

/** How the clauses end for a plugin whose module begins with this: result and reason, by clause. */
async function tried(before: string): Promise<Record<string, string>> {
  Reflect.set(globalThis, SLOT, { class: SoundCompute });
  const text = `${before}\nexport const Plugin = globalThis[Symbol.for("floe-testing.import-clauses")].class;\n`;
  const floe = { apiVersion: "1.0", computes: { mine: "./plugin.js#Plugin" } };
  using project = createTempProject({ packages: { tested: { floe, files: { "plugin.js": text } } } });
  const subject = installedSubject({ type: "floe.computes", name: "mine", application: project.path });
  const declaration = normalDeclaration({ limits: { callMs: 1000, signalMs: 100 } });
  const { clauses } = await new ContractRun(subject, declaration, importClauses()).report();
  return Object.fromEntries(clauses.map(({ clause, result, reason }) => [clause, `${result}: ${reason}`]));
}

describe("importClauses", () => {
  afterEach(() => {
    const slot = Reflect.get(globalThis, SLOT) as { readonly timer?: NodeJS.Timeout };
    clearInterval(slot.timer);
    Reflect.deleteProperty(globalThis, SLOT);
    Reflect.deleteProperty(globalThis, LEFT);
    Reflect.deleteProperty(String.prototype, LEFT);
  });

  test.each([
    ["import/prints-nothing", 'console.log("hello");', 'Importing it prints "hello'],
    ["import/leaves-globals-alone", `globalThis.${LEFT} = 1;`, `Importing it changes globalThis.${LEFT}`],
    ["import/leaves-prototypes-alone", `Object.defineProperty(String.prototype, "${LEFT}", { value: 1, configurable: true });`, `Importing it changes String.prototype.${LEFT}`],
    ["import/starts-nothing", 'globalThis[Symbol.for("floe-testing.import-clauses")].timer = setInterval(() => {}, 60_000);', "Importing it leaves a Timeout, made at "],
  ])("importClauses break %s alone for a module that runs %s", async (clause, before, reason) => {
    const { [clause]: broken, ...others } = await tried(before);
    expect(broken).toContain(`broken: ${reason}`);
    expect(Object.values(others)).toEqual(["kept: ", "kept: ", "kept: "]);
  });

  test.each([
    ["load/evaluates", 'throw new Error("no");'],
    ["load/ends", "await new Promise(() => {});"],
  ])("importClauses leave what happens to %s, and cannot be tried", async (clause, before) => {
    const results = Object.values(await tried(before));
    expect(new Set(results)).toEqual(new Set([`untried: it was not imported: see ${clause}`]));
  });

  test("importClauses pass a plugin with nothing wrong", async () => {
    expect(Object.values(await tried(""))).toEqual(["kept: ", "kept: ", "kept: ", "kept: "]);
  });
});
