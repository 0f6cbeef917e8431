import { BROKEN_BLOCKS } from "./broken-blocks.ts";
import { BROKEN_FILES } from "./broken-files.ts";
import type { BrokenManifest } from "./broken-manifest.ts";
import { BROKEN_VALUES } from "./broken-values.ts";

/**
 * Packages that are broken before any of their code runs, with the one verdict that discovery has to give on
 * each. All of them fit into one project; none offers a plugin, and none may be imported. Those with a FIFO or a
 * link need a POSIX system.
 */
export const brokenManifests: readonly BrokenManifest[] = Object.freeze([...BROKEN_FILES, ...BROKEN_BLOCKS, ...BROKEN_VALUES]);
