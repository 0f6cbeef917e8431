import { PluginType, type ComputePlugin } from "floe-core";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";

const broken = brokenOfType(PluginType.COMPUTE);

/** Compute plugins that leave an orchestrator without a usable word on how processes share their tables. */
export const BROKEN_SHARINGS: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "process-sharing-is-unknown", title: "whose way of sharing tables among processes nobody knows", violates: "compute/process-sharing" },
    { getProcessSharing: (() => "sometimes") as unknown as NonNullable<ComputePlugin["getProcessSharing"]> },
  ),
]);
