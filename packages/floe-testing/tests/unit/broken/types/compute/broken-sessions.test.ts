import { BROKEN_SESSIONS } from "../../../../../src/broken/types/compute/broken-sessions.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_SESSIONS", BROKEN_SESSIONS);
