import type { BaseClause } from "../base-clause.ts";
import type { Clause } from "../clause.ts";
import { ContractBreach, NotTried } from "../contract-breach.ts";
import type { Facts } from "../facts.ts";
import { blame } from "./blame.ts";

/** Promise by clause. A registry finds out about all of them in one go, when it loads the plugin. */
const TITLES = {
  "load/is-discovered": "is found by discovery, with no verdict against it",
  "api/is-compatible": "needs a plugin API that this floe-core speaks",
  "load/ends": "has a module that ends evaluating",
  "load/evaluates": "has a module that evaluates without an error",
  "load/exports-the-class": "is exported under the name that its manifest states",
  "load/constructs": "can be constructed without arguments",
  "load/is-of-its-type": "extends the abstract class of its type",
  "load/can-be-extended": "has instances that are neither frozen nor sealed",
  "members/required": "has every member that its type requires",
  "members/kind": "has methods where its type has methods, and values of the right kind elsewhere",
  "members/readable": "has members that can be read before it is configured",
  "identity/name": "has a name in lower case, of at most 64 characters",
  "identity/version": "has a semantic version",
  "identity/description": "has a description that is a text",
  "identity/dependencies": "has dependencies that are a list of dependencies",
  "identity/agrees-with-manifest": "says of itself what its manifest says",
  "api/is-well-formed": "states the plugin API that it needs, as X.Y or a semantic version",
} as const satisfies Partial<Record<BaseClause, string>>;

/** What a registry asks of a plugin before it uses it. */
export const LOAD_CLAUSES: readonly Clause[] = (Object.keys(TITLES) as (keyof typeof TITLES)[]).map((id) => ({
  id,
  title: TITLES[id],
  check: (_, facts) => judge(id, facts),
}));

/** The ids of {@link LOAD_CLAUSES}: without them there is no plugin to try anything with. */
export const LOADED: readonly BaseClause[] = Object.freeze(Object.keys(TITLES) as (keyof typeof TITLES)[]);

async function judge(id: BaseClause, facts: Facts): Promise<void> {
  const loading = await facts.loading();
  if (loading.kind === "returned") return;
  if (loading.kind === "pending") {
    if (id === "load/ends") throw new ContractBreach("Loading it did not end, although its registry has a limit");
    throw new NotTried("it was not loaded: see load/ends");
  }
  const blamed = blame(loading.error);
  const reasons = blamed.filter(({ clause }) => clause === id).map(({ reason }) => reason);
  if (reasons.length > 0) throw new ContractBreach(reasons.join("; "));
  throw new NotTried(`it was not loaded: see ${[...new Set(blamed.map(({ clause }) => clause))].join(", ")}`);
}
