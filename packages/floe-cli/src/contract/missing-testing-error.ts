import { PluginError } from "floe-core";

/** `floe contract` was asked for where floe-testing is not installed. */
export class MissingTestingError extends PluginError {
  constructor(cause: unknown) {
    super("FLOE_TESTING_NOT_INSTALLED", "Cannot try the contract: the package floe-testing is not installed", {
      hint: "It holds the contract suites. Add it to the plugin's package: npm install --save-dev floe-testing",
      cause,
    });
  }
}
