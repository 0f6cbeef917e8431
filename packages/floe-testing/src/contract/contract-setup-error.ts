import { PluginError } from "floe-core";

/** A contract suite cannot be run as it was asked for: the mistake is in the test, or there is no such plugin. */
export class ContractSetupError extends PluginError {
  constructor(reason: string, hint: string) {
    super("FLOE_CONTRACT_SETUP", `Cannot try the contract: ${reason}`, { hint });
  }
}
