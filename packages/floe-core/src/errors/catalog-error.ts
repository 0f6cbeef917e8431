import { PluginError, type PluginErrorOptions } from "./plugin-error.ts";

/** The base of what a catalog may refuse with. */
export abstract class CatalogError extends PluginError {}

/** The catalog cannot be reached. */
export class CatalogUnavailableError extends CatalogError {
  constructor(message: string, options?: PluginErrorOptions) {
    super("FLOE_CATALOG_UNAVAILABLE", message, options);
  }
}

/** The catalog does not accept the credentials. */
export class CatalogAuthenticationError extends CatalogError {
  constructor(message: string, options?: PluginErrorOptions) {
    super("FLOE_CATALOG_AUTHENTICATION", message, options);
  }
}

/** The catalog cannot do this at all. */
export class CatalogNotSupportedError extends CatalogError {
  constructor(message: string, options?: PluginErrorOptions) {
    super("FLOE_CATALOG_NOT_SUPPORTED", message, options);
  }
}

/** What was to be made exists already, or changed meanwhile. */
export class CatalogConflictError extends CatalogError {
  constructor(message: string, options?: PluginErrorOptions) {
    super("FLOE_CATALOG_CONFLICT", message, options);
  }
}

/** The namespace or table does not exist. */
export class CatalogNotFoundError extends CatalogError {
  constructor(message: string, options?: PluginErrorOptions) {
    super("FLOE_CATALOG_NOT_FOUND", message, options);
  }
}
