import { PluginType } from "floe-core";
import { sizedClauses } from "../../../../src/contract/shapes/sized-clauses.ts";
import { expectClauses } from "../../../support/expect-clauses.ts";

expectClauses("sizedClauses of compute plugins", PluginType.COMPUTE, sizedClauses("compute"));
expectClauses("sizedClauses of orchestrators", PluginType.ORCHESTRATOR, sizedClauses("orchestrator"));
