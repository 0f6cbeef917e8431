import { PluginType } from "floe-core";
import { SESSION_CLAUSES } from "../../../../../src/contract/types/compute/session-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("SESSION_CLAUSES", PluginType.COMPUTE, SESSION_CLAUSES);
