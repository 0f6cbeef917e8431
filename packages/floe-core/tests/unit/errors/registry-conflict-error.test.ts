import { describe, expect, test } from "vitest";
import { RegistryConflictError } from "../../../src/errors/registry-conflict-error.ts";
import { expectForm, expectFrozenCopy } from "../../support/error-form.ts";

const copies = [
  { version: "0.1.0", apiVersion: "1.0", path: "/app/node_modules/floe-core" },
  { version: "2.0.0", apiVersion: "2.0", path: "/app/node_modules/other/node_modules/floe-core" },
];

describe("RegistryConflictError", () => {
  test("RegistryConflictError names both copies", () => {
    expectForm(new RegistryConflictError({ reason: "two copies do not fit", copies, hint: "Install one." }), {
      name: "RegistryConflictError",
      code: "FLOE_REGISTRY_CONFLICT",
      message: "Cannot use the registry: two copies do not fit",
      hint: "Install one.",
      fields: { copies },
    });
  });

  test("RegistryConflictError has no copies for a disposed registry", () => {
    expect(new RegistryConflictError({ reason: "it is disposed", hint: "Make a new one." }).copies).toEqual([]);
  });

  test("RegistryConflictError carries a frozen copy", () => {
    expectFrozenCopy(new RegistryConflictError({ reason: "x", copies, hint: "" }).copies, copies);
  });
});
