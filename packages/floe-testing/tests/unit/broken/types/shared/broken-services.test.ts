import { PluginType } from "floe-core";
import { brokenServices } from "../../../../../src/broken/types/shared/broken-services.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("brokenServices of compute plugins", brokenServices(PluginType.COMPUTE, "compute"));
expectOutcomes("brokenServices of orchestrators", brokenServices(PluginType.ORCHESTRATOR, "orchestrator"));
