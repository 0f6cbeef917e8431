import { defineConfig } from "vitest/config";

/** As in vitest.workspace.ts: packages resolve to their sources. */
const conditions = ["@floe/source", "module", "node", "development|production"];

/** The unit tests of floe-core and nothing else: no types, no reporters, no thresholds. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["packages/floe-core/tests/unit/**/*.test.ts"],
    // Changed sources carry every change at once and are slow; a test that is merely late must not count as failed.
    testTimeout: 10_000,
  },
});
