import type { ContractClause } from "../../contract/contract-clause.ts";
import type { TempPackage } from "../../temp-project/temp-package.ts";

/** A plugin package that breaks one promise which only the package as a whole can break. */
export interface BrokenPackage {
  /** Unique and stable. */
  readonly id: string;
  /** What is wrong, as the end of the sentence "a package ...". */
  readonly title: string;
  readonly violates: ContractClause;
  /** For `createTempProject`, under the name `broken-package`. */
  readonly package: TempPackage;
  /** Packages that are installed beside it. Default: none. */
  readonly others?: Readonly<Record<string, TempPackage>>;
}
