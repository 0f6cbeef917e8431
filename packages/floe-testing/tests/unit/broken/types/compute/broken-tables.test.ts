import { BROKEN_TABLES } from "../../../../../src/broken/types/compute/broken-tables.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_TABLES", BROKEN_TABLES);
