import { PluginType } from "floe-core";
import { STREAM_CLAUSES } from "../../../../../src/contract/types/compute/stream-clauses.ts";
import { expectClauses } from "../../../../support/expect-clauses.ts";

expectClauses("STREAM_CLAUSES", PluginType.COMPUTE, STREAM_CLAUSES);
