import { PluginType } from "floe-core";
import { INTERRUPT_CLAUSES } from "../../../../../src/contract/types/compute/interrupt-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("INTERRUPT_CLAUSES", PluginType.COMPUTE, INTERRUPT_CLAUSES);
