import { BROKEN_SEMANTIC_LAYERS } from "../../../../src/broken/types/broken-semantic-layers.ts";
import { expectOutcomes } from "../../../support/expect-outcomes.ts";

expectOutcomes("BROKEN_SEMANTIC_LAYERS", BROKEN_SEMANTIC_LAYERS);
