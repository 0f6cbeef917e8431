import type { PluginType } from "floe-core";
import { describe, expect, test } from "vitest";
import type { Clause } from "../../src/contract/clause.ts";
import { contractClauses } from "../../src/contract/contract-clauses.ts";
import { prepareContract } from "../../src/contract/run-contract.ts";
import { fakePlugin } from "../../src/fakes/fake-plugin.ts";

/**
 * Expects of a part of a type's clauses what can be said of each part alone: that the fake keeps it, and that it can
 * be tried in its place. That a plugin which breaks one of them fails there is the matter of the matrix of all.
 */
export function expectClauses(table: string, type: PluginType, clauses: readonly Pick<Clause, "id" | "title" | "after">[]): void {
  const all = contractClauses(type);
  describe(table, () => {
    test(`${table} are kept by the type's fake, or concern something that it does not offer`, async () => {
      const run = prepareContract(type, { create: () => fakePlugin(type) as never });
      const own = run.clauses.filter(({ id }) => clauses.some((clause) => clause.id === id));
      expect(own).toHaveLength(clauses.length);
      for (const clause of own) {
        const { result, reason } = await run.outcome(clause);
        expect(`${clause.id} ${reason}`).toMatch(result === "kept" ? / $/ : /[a-z]$/);
        expect(["kept", "skipped"]).toContain(result);
      }
    });

    test(`${table} come after clauses that are tried, and never after each other in a circle`, () => {
      const known = new Map(all.map(({ id, after = [] }) => [id, after]));
      const [done, path] = [new Set<string>(), new Set<string>()];
      const walk = (id: Clause["id"]): void => {
        expect(known.has(id) ? id : `${id} is not tried`).toBe(id);
        expect([...path]).not.toContain(id);
        if (done.has(id)) return;
        path.add(id);
        for (const before of known.get(id) ?? []) walk(before);
        path.delete(id);
        done.add(id);
      };
      for (const { id } of clauses) walk(id);
    });

    test(`${table} have titles that end the sentence "The plugin ..."`, () => {
      for (const { title } of clauses) expect(title).toMatch(/^[a-z].*[^.]$/);
    });
  });
}
