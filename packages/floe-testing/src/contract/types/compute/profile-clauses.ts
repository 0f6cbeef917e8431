import { existsSync, statSync } from "node:fs";
import { isAbsolute } from "node:path";
import { redactorFor, type ComputePlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { SETTLED } from "../../base/lifecycle-clauses.ts";
import { ensure } from "../../contract-breach.ts";
import { ensureJson } from "../../shapes/ensure-json.ts";
import { listOf } from "../../shapes/list-of.ts";
import { copied } from "../../realm/copied.ts";
import { isSameData } from "../../realm/same-data.ts";

/** A name, perhaps extras, and at least one constraint. */
const CONSTRAINED = /^[A-Za-z0-9][\w.-]*(?:\[[\w.,\s-]+\])?\s*(?:===?|~=|!=|<=?|>=?)\s*\d[^\s,;]*(?:\s*,\s*(?:===?|~=|!=|<=?|>=?)\s*\d[^\s,;]*)*\s*(?:;.*)?$/;

/** What a compute plugin says to dbt. */
export const PROFILE_CLAUSES: readonly Clause<ComputePlugin>[] = [
  {
    id: "compute/profile",
    title: "makes a dbt profile that is plain JSON and names its adapter's type",
    after: SETTLED,
    async check(trial) {
      const plugin = await trial.configure();
      const { type } = ensureJson(plugin.generateDbtProfile(), "generateDbtProfile");
      ensure(typeof type === "string" && type !== "", "The dbt profile has no type: dbt would not know which adapter it is for");
      ensure(typeof plugin.isSelfHosted === "boolean", "isSelfHosted is neither true nor false");
    },
  },
  {
    id: "compute/profile-is-pure",
    title: "makes the same dbt profile each time",
    after: [...SETTLED, "compute/profile"],
    async check(trial) {
      const plugin = await trial.configure();
      const isSame = isSameData(copied(plugin.generateDbtProfile()), plugin.generateDbtProfile());
      ensure(isSame, "generateDbtProfile answers differently when it is asked again");
    },
  },
  {
    id: "compute/profile-holds-no-secret",
    title: "keeps secrets out of its dbt profile: they are templates for environment variables there",
    after: [...SETTLED, "compute/profile"],
    async check(trial, facts) {
      const redactor = redactorFor(await facts.secrets());
      for (const config of trial.declaration.valid) {
        const plugin = await trial.configure(config);
        ensure(!redactor.holdsSecret(JSON.stringify(plugin.generateDbtProfile())), "Its dbt profile holds a secret");
      }
    },
  },
  {
    id: "compute/dbt-packages",
    title: "names the pip packages that dbt needs, each with a version constraint",
    after: SETTLED,
    async check(trial) {
      const packages = listOf((await trial.configure()).getRequiredDbtPackages(), "getRequiredDbtPackages");
      ensure(packages.length > 0, "getRequiredDbtPackages is an empty list");
      const loose = packages.filter((one) => !CONSTRAINED.test(one));
      ensure(loose.length === 0, `${loose.join(", ")} is no pip package with a version constraint`);
    },
  },
  {
    id: "compute/macro-paths",
    title: "names folders of dbt macros that are there, by absolute paths",
    after: SETTLED,
    async check(trial) {
      const paths = listOf((await trial.configure()).getDbtMacroPaths(), "getDbtMacroPaths");
      for (const path of paths) {
        ensure(isAbsolute(path), `The macro path ${path} is not absolute`);
        ensure(existsSync(path) && statSync(path).isDirectory(), `The macro path ${path} is no folder`);
      }
    },
  },
];
