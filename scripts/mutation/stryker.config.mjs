/** @type {ConstructorParameters<typeof import("@stryker-mutator/core").Stryker>[0]} */
const config = {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "scripts/mutation/vitest.config.mjs" },
  coverageAnalysis: "perTest",
  // The sandbox holds what the unit tests of floe-core read, and no more.
  ignorePatterns: [
    "*",
    "!package.json",
    "!tsconfig.base.json",
    "!packages/floe-core/**",
    "!scripts/mutation/**",
    "**/node_modules",
    "**/dist",
  ],
  concurrency: 2,
  // A mutant that loops is ended with its process: this much after the time its tests take unchanged, and half as
  // much again.
  timeoutMS: 10_000,
  timeoutFactor: 1.5,
  // Both folders are ignored by git and by every check.
  tempDirName: ".tmp/stryker",
  reporters: ["progress-append-only", "clear-text", "json", "html"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  jsonReporter: { fileName: ".reports/mutation/mutation.json" },
  htmlReporter: { fileName: ".reports/mutation/mutation.html" },
  incrementalFile: ".reports/mutation/incremental.json",
};

export default config;
