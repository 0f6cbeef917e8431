import { BROKEN_IDENTITIES } from "../../../src/broken/broken-identities.ts";
import { expectOutcomes } from "../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_IDENTITIES", BROKEN_IDENTITIES);
