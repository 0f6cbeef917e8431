import { expect, test } from "vitest";
import { schemaDocument } from "../../../src/json/schema-document.ts";

test("schemaDocument holds the schema and what it does not describe, and the file if there is one", () => {
  const described = { schema: { type: "object" }, skipped: [{ key: "floe.dbt:core", reason: "no schema" }] };
  const document = { version: "1.0", command: "schema", ok: true, ...described };
  expect(schemaDocument(described, undefined)).toStrictEqual(document);
  expect(schemaDocument(described, "/s.json")).toStrictEqual({ ...document, file: "/s.json" });
});
