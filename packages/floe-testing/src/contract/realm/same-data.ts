import { isDeepStrictEqual } from "node:util";
import { ownRealm } from "./own-realm.ts";

/** Whether two values are strictly the same data, whichever realms their arrays and plain objects are of. */
export function isSameData(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(ownRealm(one), ownRealm(other));
}
