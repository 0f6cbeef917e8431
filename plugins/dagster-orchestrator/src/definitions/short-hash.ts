import { createHash } from "node:crypto";

/** SHA-256 in hex, the first 32 digits: a tag of Dagster may have 63 characters. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
