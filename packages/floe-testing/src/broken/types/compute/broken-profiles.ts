import { PluginType, type ComputePlugin, type ConfigSchema, type DbtProfile } from "floe-core";
import { FakeCompute } from "../../../fakes/fake-compute.ts";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { TEST_SECRET, tokenSchema, type TokenConfig } from "../../token-schema.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";

const broken = brokenOfType(PluginType.COMPUTE);

/** Compute plugins that tell dbt or SQL what they must not, or not in the right words. */
export const BROKEN_PROFILES: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "profile-without-type", title: "whose dbt profile does not name its adapter", violates: "compute/profile" },
    { generateDbtProfile: () => ({ threads: 4 }) },
  ),
  broken(
    { id: "profile-is-no-json", title: "whose dbt profile holds a date", violates: "compute/profile" },
    { generateDbtProfile: () => ({ type: "fake", since: new Date(0) }) },
  ),
  broken(
    { id: "profile-changes", title: "whose dbt profile is another each time", violates: "compute/profile-is-pure" },
    class extends FakeCompute {
      #asked = 0;
      override generateDbtProfile(): DbtProfile {
        this.#asked += 1;
        return { type: "fake", schema: `run_${this.#asked}` };
      }
    },
  ),
  broken(
    {
      id: "profile-holds-a-secret",
      title: "whose dbt profile holds the token that it is configured with",
      violates: "compute/profile-holds-no-secret",
      config: { token: TEST_SECRET },
      secret: TEST_SECRET,
    },
    class extends FakeCompute {
      override getConfigSchema(): ConfigSchema<TokenConfig> {
        return tokenSchema;
      }
      override generateDbtProfile(): DbtProfile {
        return { type: "fake", token: (this.config as TokenConfig).token.reveal() };
      }
    },
  ),
  broken(
    { id: "dbt-packages-without-constraint", title: "whose dbt packages may be of any version", violates: "compute/dbt-packages" },
    { getRequiredDbtPackages: () => ["dbt-core>=1.8,<2.0", "dbt-fake"] },
  ),
  broken(
    { id: "macro-paths-are-relative", title: "whose macro paths depend on where the process is", violates: "compute/macro-paths" },
    { getDbtMacroPaths: () => ["macros"] },
  ),
  broken(
    { id: "macro-paths-are-missing", title: "whose macro paths lead nowhere", violates: "compute/macro-paths" },
    { getDbtMacroPaths: () => ["/floe-contract/there/is/no/such/folder"] },
  ),
  broken(
    { id: "catalog-attachment-is-a-text", title: "that attaches a catalog with one text instead of statements", violates: "compute/catalog-attachment" },
    { getCatalogAttachmentSql: (() => "ATTACH 'x'") as unknown as ComputePlugin["getCatalogAttachmentSql"] },
  ),
  broken(
    {
      id: "catalog-attachment-tells-credentials",
      title: "that writes a catalog's credentials into ATTACH",
      violates: "compute/catalog-attachment-hides-credentials",
    },
    {
      getCatalogAttachmentSql: ({ name, warehouse, credentials }) => [
        `ATTACH '${warehouse}' AS ${name} (CLIENT_SECRET '${credentials?.clientSecret ?? ""}')`,
      ],
    },
  ),
]);
