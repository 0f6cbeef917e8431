import { defineConfig } from "vitest/config";

/** Workspace packages resolve to src/*.ts through this export condition: unit tests need no build. */
const source = ["@floe/source", "module", "node", "development|production"];

const fromSource = { resolve: { conditions: source }, ssr: { resolve: { conditions: source } } };

export default defineConfig({
  test: {
    reporters: ["default", "./scripts/vitest-summary.ts"],
    maxWorkers: 2,
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts", "plugins/*/src/**/*.ts"],
      reporter: ["text-summary", "json-summary", "json"],
      thresholds: { "packages/floe-core/src/**/*.ts": { branches: 95 } },
    },
    projects: [
      {
        ...fromSource,
        extends: true,
        test: {
          name: "unit",
          include: ["{packages,plugins,examples}/*/tests/{unit,contract}/**/*.test.ts", "scripts/tests/**/*.test.mjs", "bench/tests/**/*.test.mjs"],
          typecheck: {
            enabled: true,
            include: ["{packages,plugins}/*/tests/types/**/*.test-d.ts"],
            tsconfig: "./tsconfig.test.json",
          },
        },
      },
      {
        // On built output only: what a user of the published packages would meet.
        extends: true,
        test: {
          name: "integration",
          include: ["{packages,plugins,examples}/*/tests/integration/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: ["tests/dbt/**", "tests/dagster/**", "**/node_modules/**"],
          // What is built is Node's business: plugins import it from their own folders, and must meet the same copy.
          server: { deps: { external: [/\/(packages|plugins)\/[^/]+\/dist\//, /\/floe-[a-z]+-[A-Za-z0-9]{6}\//] } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // With a real dbt, from a Python environment in the checkout. Without Python these tests say so and are skipped.
        extends: true,
        test: {
          name: "dagster",
          include: ["tests/dbt/**/*.test.ts", "tests/dagster/**/*.test.ts", "plugins/*/tests/dagster/**/*.test.ts"],
          globalSetup: ["./tests/python/global-setup.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
