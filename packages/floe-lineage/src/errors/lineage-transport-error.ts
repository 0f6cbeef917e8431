import { PluginError } from "floe-core";

/** Lineage cannot be sent the way it was configured. The message never repeats an address or a token. */
export class LineageTransportError extends PluginError {
  /** The type of the transport, as it was configured. */
  readonly transport: string;

  constructor(details: { readonly transport: string; readonly reason: string; readonly hint: string }) {
    super("FLOE_LINEAGE_TRANSPORT", `Cannot set up lineage over "${details.transport}": ${details.reason}`, {
      hint: details.hint,
    });
    this.transport = details.transport;
  }
}
