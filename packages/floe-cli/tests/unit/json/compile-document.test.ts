import { expect, test } from "vitest";
import { compileDocument } from "../../../src/json/compile-document.ts";
import { artifacts } from "../../support/artifacts.ts";

test("compileDocument holds the artifacts, and the files if there are any", () => {
  const document = { version: "1.0", command: "compile", ok: true, artifacts };
  expect(compileDocument(artifacts, { file: undefined, entryPoint: undefined })).toStrictEqual(document);
  const files = { file: "/a.json", entryPoint: "/out/entry.json" };
  expect(compileDocument(artifacts, files)).toStrictEqual({ ...document, ...files });
});
