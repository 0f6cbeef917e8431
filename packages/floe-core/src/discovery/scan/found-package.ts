import type { DeclaredDependency } from "../manifest/declared-dependencies.ts";
import type { JsonObject } from "../manifest/json-object.ts";

/** A package whose package.json has a `floe` block, or the application itself. */
export interface FoundPackage {
  /** Absolute, symbolic links resolved. */
  readonly folder: string;
  /** Its package.json. */
  readonly file: string;
  readonly manifest: JsonObject;
  readonly dependencies: readonly DeclaredDependency[];
  /** What verdicts call it: its own name, or the one it was reached by. */
  readonly label: string;
  /** Steps from the application, which is 0. */
  readonly distance: number;
}
