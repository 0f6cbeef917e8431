/**
 * Unused files, exports and dependencies. The entries of `exports` and `bin` are found by knip itself; named here is
 * what is reached in other ways.
 *
 * @type {import("knip").KnipConfig}
 */
const config = {
  // A function's own parameter and result types may be exported beside it: isolated declarations want them nameable.
  ignoreExportsUsedInFile: { interface: true, type: true },
  workspaces: {
    ".": {
      entry: ["scripts/*/index.mjs", "scripts/*.mjs", "scripts/lint/layers.config.mjs", "scripts/mutation/vitest.config.mjs"],
      stryker: { config: ["scripts/mutation/stryker.config.mjs"] },
      project: ["scripts/**/*.{mjs,ts}", "*.{js,ts}"],
      // scripts/pack starts it by path, without a shell.
      ignoreDependencies: ["@arethetypeswrong/cli"],
    },
    // Fixtures make a FIFO where the system has the command for it.
    // Its process of one plugin is started by path.
    "packages/floe-testing": {
      entry: ["src/contract/package/bin.ts", "tests/**/*.{test,test-d}.ts"],
      project: ["src/**/*.ts", "tests/**/*.ts"],
      ignoreBinaries: ["mkfifo"],
    },
    "packages/floe-core": {
      entry: ["tests/**/*.{test,test-d}.ts"],
      project: ["src/**/*.ts", "tests/**/*.ts"],
      ignoreBinaries: ["mkfifo"],
    },
    "packages/floe-cli": {
      entry: ["tests/support/without-testing.mjs", "tests/**/*.{test,test-d}.ts"],
      project: ["src/**/*.ts", "tests/**/*.ts"],
      ignoreBinaries: ["mkfifo"],
    },
    "packages/*": { entry: ["tests/**/*.{test,test-d}.ts"], project: ["src/**/*.ts", "tests/**/*.ts"] },
    // What the floe block of package.json names is imported by the registry.
    "plugins/*": { entry: ["src/plugin.ts", "tests/**/*.{test,test-d}.ts"], project: ["src/**/*.ts", "tests/**/*.ts"] },
    // An application's plugins are discovered, and floe.yaml reads data out of packages.
    "examples/*": {
      entry: ["tests/**/*.test.ts"],
      project: ["**/*.{ts,mjs}"],
      ignoreDependencies: [/^floe-/, "vega-datasets"],
    },
    // The examples of the documentation import every package of ours; their test passes the prelude to Node. The soak
    // test starts its process by path.
    tests: {
      entry: ["**/*.{test,test-d}.ts", "docs-examples/prelude.mjs", "soak/soak.mjs"],
      project: ["**/*.{ts,mjs}"],
      ignoreDependencies: [/^floe-/],
    },
    bench: { entry: ["src/*.mjs"], project: ["**/*.mjs"] },
  },
};

export default config;
