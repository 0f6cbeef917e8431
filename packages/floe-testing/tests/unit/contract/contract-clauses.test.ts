import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { BASE_CLAUSES } from "../../../src/contract/base/base-clauses.ts";
import { contractClauses } from "../../../src/contract/contract-clauses.ts";

test.each(Object.values(PluginType))("contractClauses of %s begin with what every plugin promises", (type) => {
  expect(contractClauses(type).slice(0, BASE_CLAUSES.length)).toEqual(BASE_CLAUSES);
});

test.each(Object.values(PluginType))("contractClauses of %s have ids of their own", (type) => {
  const ids = contractClauses(type).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(Object.values(PluginType))("contractClauses of %s come after clauses that there are, in no circle", (type) => {
  const clauses = contractClauses(type);
  const done = new Set<string>();
  const begun = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (done.has(id)) return;
    if (begun.has(id)) throw new Error(`a circle: ${[...path, id].join(" -> ")}`);
    begun.add(id);
    const clause = clauses.find((one) => one.id === id);
    if (clause === undefined) throw new Error(`${path.join(" -> ")} comes after ${id}, which there is not`);
    for (const before of clause.after ?? []) visit(before, [...path, id]);
    done.add(id);
  };
  for (const { id } of clauses) visit(id, []);
  expect(done.size).toBe(clauses.length);
});
