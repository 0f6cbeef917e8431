/** The version of this floe-core package, as its package.json says. */
export const FLOE_CORE_VERSION = "0.1.0";
