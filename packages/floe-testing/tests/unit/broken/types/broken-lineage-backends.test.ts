import { BROKEN_LINEAGE_BACKENDS } from "../../../../src/broken/types/broken-lineage-backends.ts";
import { expectOutcomes } from "../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_LINEAGE_BACKENDS", BROKEN_LINEAGE_BACKENDS);
