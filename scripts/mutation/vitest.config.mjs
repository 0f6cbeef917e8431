import { defineConfig } from "vitest/config";

/** As in vitest.workspace.ts: packages resolve to their sources. */
const conditions = ["@floe/source", "module", "node", "development|production"];

/** The unit tests of floe-core and nothing else: no types, no reporters, no thresholds. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ["packages/floe-core/tests/unit/**/*.test.ts"] },
});
