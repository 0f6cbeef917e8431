import { expect, test } from "vitest";
import { errorMessageFacet } from "../../../src/facets/error-message-facet.ts";

test("errorMessageFacet has the message and no stack", () => {
  expect(errorMessageFacet("https://example.com/p", "bad SQL")).toEqual({
    errorMessage: {
      _producer: "https://example.com/p",
      _schemaURL: "https://openlineage.io/spec/facets/1-0-1/ErrorMessageRunFacet.json#/$defs/ErrorMessageRunFacet",
      message: "bad SQL",
      programmingLanguage: "TypeScript",
    },
  });
});
