import { BROKEN_DBTS } from "../../../../src/broken/types/broken-dbts.ts";
import { expectOutcomes } from "../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_DBTS", BROKEN_DBTS);
