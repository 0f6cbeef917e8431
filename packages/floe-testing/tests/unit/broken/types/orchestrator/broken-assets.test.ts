import { BROKEN_ASSETS } from "../../../../../src/broken/types/orchestrator/broken-assets.ts";
import { expectOutcomes } from "../../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_ASSETS", BROKEN_ASSETS);
