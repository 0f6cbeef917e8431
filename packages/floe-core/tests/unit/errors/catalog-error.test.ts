import { describe, expect, test } from "vitest";
import {
  CatalogAuthenticationError,
  CatalogConflictError,
  CatalogError,
  CatalogNotFoundError,
  CatalogNotSupportedError,
  CatalogUnavailableError,
} from "../../../src/errors/catalog-error.ts";
import { expectForm } from "../../support/error-form.ts";

describe.each([
  ["CatalogUnavailableError", CatalogUnavailableError, "FLOE_CATALOG_UNAVAILABLE"],
  ["CatalogAuthenticationError", CatalogAuthenticationError, "FLOE_CATALOG_AUTHENTICATION"],
  ["CatalogNotSupportedError", CatalogNotSupportedError, "FLOE_CATALOG_NOT_SUPPORTED"],
  ["CatalogConflictError", CatalogConflictError, "FLOE_CATALOG_CONFLICT"],
  ["CatalogNotFoundError", CatalogNotFoundError, "FLOE_CATALOG_NOT_FOUND"],
])("%s", (name, Kind, code) => {
  const message = "Cannot list namespaces: the catalog said no";

  test(`${name} is a CatalogError with a code of its own`, () => {
    const error = new Kind(message, { hint: "Try again.", cause: new Error("refused") });
    expect(error).toBeInstanceOf(CatalogError);
    expectForm(error, { name, code, message, hint: "Try again.", cause: { name: "Error", message: "refused" } });
  });

  test(`${name} needs neither hint nor cause`, () => {
    expectForm(new Kind(message), { name, code, message, hint: "" });
  });
});
