import { BROKEN_PROFILES } from "../../../../../src/broken/types/compute/broken-profiles.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_PROFILES", BROKEN_PROFILES);
