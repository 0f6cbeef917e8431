import { BROKEN_TELEMETRY_BACKENDS } from "../../../../src/broken/types/broken-telemetry-backends.ts";
import { expectOutcomes } from "../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_TELEMETRY_BACKENDS", BROKEN_TELEMETRY_BACKENDS);
