import { BROKEN_CONFIGURATIONS } from "./broken-configurations.ts";
import { BROKEN_HEALTH_CHECKS } from "./broken-health-checks.ts";
import { BROKEN_IDENTITIES } from "./broken-identities.ts";
import { BROKEN_MEMBERS } from "./broken-members.ts";
import { BROKEN_MODULES } from "./broken-modules.ts";
import type { BrokenPlugin } from "./broken-plugin.ts";
import { BROKEN_SHUTDOWNS } from "./broken-shutdowns.ts";
import { BROKEN_STARTUPS } from "./broken-startups.ts";

/**
 * Plugins that break one promise each, at least one for every {@link ContractClause}, with what a registry makes
 * of them. A contract suite has to fail each one at the clause that it violates.
 */
export const brokenPlugins: readonly BrokenPlugin[] = Object.freeze([
  ...BROKEN_MODULES,
  ...BROKEN_IDENTITIES,
  ...BROKEN_MEMBERS,
  ...BROKEN_CONFIGURATIONS,
  ...BROKEN_STARTUPS,
  ...BROKEN_SHUTDOWNS,
  ...BROKEN_HEALTH_CHECKS,
]);
