/**
 * The version of the plugin API that this floe-core speaks: what a plugin states as `apiVersion` is
 * measured against it. Its minor grows when members are added, its major when plugins have to change.
 */
export const FLOE_PLUGIN_API_VERSION = "1.0";
