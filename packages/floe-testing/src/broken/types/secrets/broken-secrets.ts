import type { BrokenPlugin } from "../../broken-plugin.ts";
import { BROKEN_AUDITS } from "./broken-audits.ts";
import { BROKEN_STORES } from "./broken-stores.ts";

/** Secrets plugins that break a promise of their type. */
export const BROKEN_SECRETS: readonly BrokenPlugin[] = Object.freeze([...BROKEN_STORES, ...BROKEN_AUDITS]);
