import { BROKEN_AUDITS } from "../../../../../src/broken/types/secrets/broken-audits.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_AUDITS", BROKEN_AUDITS);
