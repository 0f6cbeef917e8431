import { describe, expect, test } from "vitest";
import { parseStepDocument } from "../../../src/step/parse-step-document.ts";
import { stepDocument } from "../../support/step-folder.ts";

const parse = (document: unknown) => parseStepDocument(JSON.stringify(document), "daily-orders");
const { step } = stepDocument;
const columns = [{ name: "id", type: "BIGINT" }];
const columnLineage = [{ column: "id", inputs: [{ table: "source", column: "id", transformation: "IDENTITY" }] }];

describe("parseStepDocument", () => {
  test("reads a success, with lineage where there is some", () => {
    const made = { step: { durationMs: 12, rows: 3 }, columns };
    expect(parse(stepDocument)).toEqual({ status: "succeeded", output: { ...made, columnLineage: null } });
    expect(parse({ ...stepDocument, columnLineage: null })).toEqual({ status: "succeeded", output: { ...made, columnLineage: null } });
    expect(parse({ ...stepDocument, columnLineage })).toEqual({ status: "succeeded", output: { ...made, columnLineage } });
  });

  test("reads a success without rows, as of a view", () => {
    const view = { name: "daily-orders", status: "succeeded", durationMs: 12 };
    expect(parse({ ...stepDocument, step: view })).toMatchObject({ output: { step: { durationMs: 12 } } });
  });

  test("reads a failed step and a command that did not come to one", () => {
    const error = { code: "FLOE_X", message: "bad", hint: "do" };
    const failed = { version: "1.0", command: "step", ok: false };
    expect(parse({ ...failed, step: { ...step, status: "failed", error } })).toEqual({ status: "failed", error });
    expect(parse({ ...failed, error: { ...error, name: "XError", problems: [] } })).toEqual({ status: "failed", error });
  });

  test.each([
    ["of another transform", { ...stepDocument, step: { ...step, name: "other" } }],
    ["that is not content with itself", { ...stepDocument, ok: false }],
    ["of a cancelled step", { ...stepDocument, step: { ...step, status: "cancelled" } }],
    ["of a failed step that is ok all the same", { ...stepDocument, step: { ...step, status: "failed" } }],
    ["of another command", { ...stepDocument, command: "run" }],
    ["of another version", { ...stepDocument, version: "2.0" }],
    ["without columns", { ...stepDocument, columns: undefined }],
    ["with rows that are no number", { ...stepDocument, step: { ...step, rows: "3" } }],
    ["that is null", null],
  ])("believes no document %s", (_, document) => {
    expect(parse(document)).toBeUndefined();
  });

  test("believes no half of a document, and none with something behind it", () => {
    const whole = JSON.stringify(stepDocument);
    expect(parseStepDocument(whole.slice(0, -1), "daily-orders")).toBeUndefined();
    expect(parseStepDocument(`${whole}\n${whole}`, "daily-orders")).toBeUndefined();
    expect(parseStepDocument("", "daily-orders")).toBeUndefined();
  });
});
