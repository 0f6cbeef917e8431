import { BROKEN_MEMBERS } from "../../../src/broken/broken-members.ts";
import { expectOutcomes } from "../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_MEMBERS", BROKEN_MEMBERS);
