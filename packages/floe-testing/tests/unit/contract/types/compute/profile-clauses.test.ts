import { PluginType } from "floe-core";
import { PROFILE_CLAUSES } from "../../../../../src/contract/types/compute/profile-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("PROFILE_CLAUSES", PluginType.COMPUTE, PROFILE_CLAUSES);
