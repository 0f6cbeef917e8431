import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";
import { expect, test } from "vitest";
import { loaderTrap } from "../../src/loader-trap.ts";
import { createTempProject } from "../../src/temp-project/create-temp-project.ts";

test("loaderTrap notes modules that are imported, in order, and none that is not", async () => {
  using trap = loaderTrap();
  using project = createTempProject({
    floeCore: "none",
    packages: { a: { files: { "one.js": trap.module("one"), "two.js": trap.module("two"), "three.js": trap.module("three") } } },
  });
  expect([trap.imported(), trap.notImported()]).toEqual([[], ["one", "two", "three"]]);
  for (const file of ["two.js", "one.js"]) await import(pathToFileURL(`${project.packagePath("a")}/${file}`).href);
  expect([trap.imported(), trap.notImported()]).toEqual([["two", "one"], ["three"]]);
});

test("loaderTrap takes any text as id", () => {
  using trap = loaderTrap();
  const id = 'quotes " and \\ and \n';
  runInThisContext(trap.statement(id));
  expect(trap.imported()).toEqual([id]);
});

test("loaderTrap keeps the traps of several tests apart, and forgets when it is disposed of", () => {
  using one = loaderTrap();
  const other = loaderTrap();
  runInThisContext(other.statement("x"));
  expect(one.imported()).toEqual([]);
  expect(one.notImported()).toEqual([]);
  expect(other.imported()).toEqual(["x"]);
  other.statement("y");
  other[Symbol.dispose]();
  expect([other.imported(), other.notImported()]).toEqual([[], []]);
});
