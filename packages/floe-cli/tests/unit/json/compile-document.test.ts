import { expect, test } from "vitest";
import { compileDocument } from "../../../src/json/compile-document.ts";
import { artifacts } from "../../support/artifacts.ts";

test("compileDocument holds the artifacts, and the file if there is one", () => {
  const document = { version: "1.0", command: "compile", ok: true, artifacts };
  expect(compileDocument(artifacts, undefined)).toStrictEqual(document);
  expect(compileDocument(artifacts, "/a.json")).toStrictEqual({ ...document, file: "/a.json" });
});
