import { PluginType } from "floe-core";
import { probeClauses } from "../../../../src/contract/shapes/probe-clauses.ts";
import { expectClauses } from "../../../support/expect-clauses.ts";

expectClauses("probeClauses of compute plugins", PluginType.COMPUTE, probeClauses("compute"));
expectClauses("probeClauses of orchestrators", PluginType.ORCHESTRATOR, probeClauses("orchestrator"));
