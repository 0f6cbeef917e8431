import {
  isPluginError,
  reasonOf,
  type ContractRule,
  type ContractViolation,
  type PluginContractError,
  type PluginLoadError,
} from "floe-core";
import type { BaseClause } from "../base-clause.ts";

/** A clause that a failed load breaks, and what was seen. */
export interface Blamed {
  readonly clause: BaseClause;
  readonly reason: string;
}

type Failure = Pick<PluginLoadError, "stage" | "message">;

/** Members that say who a plugin is, with the clause that each has to itself. */
const IDENTITY: Readonly<Record<string, BaseClause>> = {
  name: "identity/name",
  version: "identity/version",
  description: "identity/description",
  dependencies: "identity/dependencies",
  floeApiVersion: "api/is-well-formed",
};

const BY_RULE: Readonly<Record<ContractRule, BaseClause>> = {
  type: "load/is-of-its-type",
  extensible: "load/can-be-extended",
  "promise-like": "load/is-of-its-type",
  missing: "members/required",
  kind: "members/kind",
  readable: "members/readable",
  form: "members/kind",
  agreement: "identity/agrees-with-manifest",
};

/** The clauses that are broken by what a registry refused a plugin with; at least one. */
export function blame(error: unknown): readonly Blamed[] {
  if (!isPluginError(error)) return [{ clause: "load/evaluates", reason: reasonOf(error) }];
  switch (error.code) {
    case "FLOE_PLUGIN_CONTRACT":
      return (error as unknown as Pick<PluginContractError, "violations">).violations.map(blameViolation);
    case "FLOE_PLUGIN_INCOMPATIBLE":
      return [{ clause: "api/is-compatible", reason: error.message }];
    case "FLOE_PLUGIN_LOAD":
      return [{ clause: clauseOf(error as unknown as Failure), reason: error.message }];
    default:
      return [{ clause: "load/is-discovered", reason: error.message }];
  }
}

function blameViolation({ rule, member, expected, found }: ContractViolation): Blamed {
  const ownClause = rule === "form" || rule === "missing" || rule === "kind" ? IDENTITY[member] : undefined;
  const reason = `${member === "" ? "" : `${member}: `}expected ${expected}, found ${found}`;
  return { clause: ownClause ?? BY_RULE[rule], reason };
}

function clauseOf({ stage, message }: Failure): BaseClause {
  switch (stage) {
    case "export":
      return "load/exports-the-class";
    case "construct":
      return "load/constructs";
    case "resolve":
      return "load/is-discovered";
    case "import":
      return /was not evaluated within/.test(message) ? "load/ends" : "load/evaluates";
  }
}
