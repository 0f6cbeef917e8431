import { BROKEN_CATALOGS } from "../../../../src/broken/types/broken-catalogs.ts";
import { expectOutcomes } from "../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_CATALOGS", BROKEN_CATALOGS);
