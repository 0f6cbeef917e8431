/** The folders that are mutated, by area. Each area has to reach the least score by itself. */
export const AREAS = Object.freeze({
  resolution: "packages/floe-core/src/dependencies",
  version: "packages/floe-core/src/version",
  discovery: "packages/floe-core/src/discovery",
  lifecycle: "packages/floe-core/src/registry",
});

/** How many of a hundred mutants the tests have to notice. */
export const LEAST_SCORE = 85;
