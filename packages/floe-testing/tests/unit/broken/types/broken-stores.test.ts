import { BROKEN_STORES } from "../../../../src/broken/types/broken-stores.ts";
import { expectOutcomes } from "../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_STORES", BROKEN_STORES);
