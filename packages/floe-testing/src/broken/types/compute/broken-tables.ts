import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PluginType } from "floe-core";
import { FakeCompute } from "../../../fakes/fake-compute.ts";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";
import { readTables } from "./read-tables.ts";

const broken = brokenOfType(PluginType.COMPUTE);

/** Compute plugins that find other tables in a statement than it reads, or find them in the wrong way. */
export const BROKEN_TABLES: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "finds-no-joined-tables", title: "that finds the first table of a statement only", violates: "compute/finds-tables" },
    { getReferencedTables: async (sql) => readTables(sql).slice(0, 1) },
  ),
  broken(
    { id: "takes-ctes-for-tables", title: "that takes a statement's CTEs for tables", violates: "compute/finds-no-cte" },
    { getReferencedTables: async (sql) => readTables(sql, { ctes: "tables" }) },
  ),
  broken(
    { id: "parser-leaves-a-file", title: "that makes a file when it looks for tables", violates: "compute/finds-tables-without-files" },
    class extends FakeCompute {
      override async getReferencedTables(sql: string): Promise<readonly string[]> {
        writeFileSync(join(this.baseDir, "parser.db"), sql);
        return readTables(sql);
      }
    },
  ),
  broken(
    { id: "accepts-bad-sql", title: "that finds tables in what is no statement", violates: "compute/places-bad-sql" },
    { getReferencedTables: async (sql) => readTables(sql, { refusal: "none" }) },
  ),
  broken(
    { id: "refuses-bad-sql-without-place", title: "that refuses bad SQL without saying where it is bad", violates: "compute/places-bad-sql" },
    { getReferencedTables: async (sql) => readTables(sql, { refusal: "without a place" }) },
  ),
]);
