/**
 * Where a plugin is on its way: `discovered` (known, nothing imported), `loading`, `loaded` (an instance,
 * not running), `starting`, `active`, `stopping`, `stopped`, `failed` (loading, configuring, starting or
 * stopping went wrong), `blocked` (something it needs is not running).
 */
export type PluginState =
  | "discovered"
  | "loading"
  | "loaded"
  | "starting"
  | "active"
  | "stopping"
  | "stopped"
  | "failed"
  | "blocked";
