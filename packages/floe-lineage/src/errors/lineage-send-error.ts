import { PluginError } from "floe-core";

/** An event could not be sent. It has no cause on purpose: an error of the network stack may repeat a token. */
export class LineageSendError extends PluginError {
  /** Where it was to go, without secrets. */
  readonly target: string;
  readonly reason: string;
  /** Whether the same request may succeed later: then the emitter rests, as further events would fail now as well. */
  readonly isPassing: boolean;

  constructor(details: { readonly target: string; readonly reason: string; readonly isPassing: boolean }) {
    super("FLOE_LINEAGE_SEND", `Cannot send lineage to ${details.target}: ${details.reason}`);
    this.target = details.target;
    this.reason = details.reason;
    this.isPassing = details.isPassing;
  }
}
