import { BROKEN_CONFIGURATIONS } from "./broken-configurations.ts";
import { BROKEN_HEALTH_CHECKS } from "./broken-health-checks.ts";
import { BROKEN_IDENTITIES } from "./broken-identities.ts";
import { BROKEN_MEMBERS } from "./broken-members.ts";
import { BROKEN_MODULES } from "./broken-modules.ts";
import type { BrokenPlugin } from "./broken-plugin.ts";
import { BROKEN_SHUTDOWNS } from "./broken-shutdowns.ts";
import { BROKEN_STARTUPS } from "./broken-startups.ts";
import { BROKEN_CATALOGS } from "./types/broken-catalogs.ts";
import { BROKEN_DBTS } from "./types/broken-dbts.ts";
import { BROKEN_IDENTITY_PLUGINS } from "./types/broken-identity-plugins.ts";
import { BROKEN_INGESTIONS } from "./types/broken-ingestions.ts";
import { BROKEN_LINEAGE_BACKENDS } from "./types/broken-lineage-backends.ts";
import { BROKEN_SEMANTIC_LAYERS } from "./types/broken-semantic-layers.ts";
import { BROKEN_STORES } from "./types/broken-stores.ts";
import { BROKEN_TELEMETRY_BACKENDS } from "./types/broken-telemetry-backends.ts";
import { BROKEN_COMPUTES } from "./types/compute/broken-computes.ts";
import { BROKEN_ORCHESTRATORS } from "./types/orchestrator/broken-orchestrators.ts";
import { BROKEN_SECRETS } from "./types/secrets/broken-secrets.ts";

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
  ...BROKEN_CATALOGS,
  ...BROKEN_STORES,
  ...BROKEN_TELEMETRY_BACKENDS,
  ...BROKEN_LINEAGE_BACKENDS,
  ...BROKEN_DBTS,
  ...BROKEN_SEMANTIC_LAYERS,
  ...BROKEN_INGESTIONS,
  ...BROKEN_IDENTITY_PLUGINS,
  ...BROKEN_COMPUTES,
  ...BROKEN_ORCHESTRATORS,
  ...BROKEN_SECRETS,
]);
