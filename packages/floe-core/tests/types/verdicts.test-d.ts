import { describe, expectTypeOf, test } from "vitest";
import type { PluginState, SkipCode } from "floe-core";

describe("words that programs of others compare with", () => {
  test("SkipCode", () => {
    expectTypeOf<SkipCode>().toEqualTypeOf<
      | ("application_not_found" | "pnp_not_active" | "package_not_installed" | "duplicate_copy" | "source_failed")
      | ("manifest_unreadable" | "manifest_too_large" | "manifest_invalid_encoding" | "manifest_invalid_json")
      | ("package_name_invalid" | "package_version_invalid" | "block_invalid" | "api_version_invalid" | "prefer_invalid")
      | ("group_unknown" | "group_invalid" | "name_invalid" | "description_invalid" | "dependencies_invalid")
      | ("entry_invalid" | "entry_outside_package" | "entry_not_found" | "entry_not_a_file")
    >();
  });

  test("PluginState", () => {
    expectTypeOf<PluginState>().toEqualTypeOf<
      "discovered" | "loading" | "loaded" | "starting" | "active" | "stopping" | "stopped" | "failed" | "blocked"
    >();
  });
});
