import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { contractClauses } from "../../../../src/contract/contract-clauses.ts";
import { pluginClauses } from "../../../../src/contract/package/plugin-clauses.ts";

test("pluginClauses begin with the import, which happens once, and go on with the contract of the type", () => {
  const ids = pluginClauses(PluginType.COMPUTE).map(({ id }) => id);
  expect(ids.slice(0, 4).every((id) => id.startsWith("import/"))).toBe(true);
  expect(ids.slice(4)).toEqual(contractClauses(PluginType.COMPUTE).map(({ id }) => id));
});
