import { expect, test } from "vitest";
import { checkMachineTraces } from "../../lint/machine-traces.mjs";

/** Put together here, so that this file does not trip the check itself. */
const slash = "/";

test.each([
  [`cwd: "${slash}home/ann/project"`, 1],
  [`see ${slash}tmp${slash}x`, 1],
  [`C:${"\\"}Users${"\\"}ann`, 1],
  [`https:${slash}/registry.example.org${slash}left-pad`, 1],
  [`registry${" "}= "https:${slash}/packages.example.org"`, 1],
  ["example/home/page", 0],
  ["./tmp/x and ~/work/x", 0],
  ["the registry: it holds plugins", 0],
  ["https://example.org/registry", 0],
])("checkMachineTraces(%j) finds %i", (line, count) => {
  expect(checkMachineTraces("a.md", line)).toHaveLength(count);
});
