import { BROKEN_IDENTITY_PLUGINS } from "../../../../src/broken/types/broken-identity-plugins.ts";
import { expectOutcomes } from "../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_IDENTITY_PLUGINS", BROKEN_IDENTITY_PLUGINS);
