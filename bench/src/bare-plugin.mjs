import { SecretsPlugin } from "floe-core";

/** The least that a discovered plugin can be: what its type requires. Who it is, its manifest says. */
export class BarePlugin extends SecretsPlugin {
  getSecret() {
    return Promise.resolve(null);
  }
  setSecret() {
    return Promise.resolve();
  }
  listSecrets() {
    return Promise.resolve([]);
  }
}

/** The least that a registered plugin can be. */
export class NamedPlugin extends BarePlugin {
  version = "1.0.0";
  floeApiVersion = "1.0";

  /** @param {string} name @param {string[]} dependencies */
  constructor(name, dependencies = []) {
    super();
    this.name = name;
    this.dependencies = dependencies;
  }
}
