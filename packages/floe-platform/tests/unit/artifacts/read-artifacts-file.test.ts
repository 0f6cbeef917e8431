import path from "node:path";
import { describe, expect, test } from "vitest";
import { readArtifactsFile } from "../../../src/artifacts/read-artifacts-file.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe(readArtifactsFile.name, () => {
  test("readArtifactsFile gives a document whose every place is the file", () => {
    const file = path.join(temporaryFolder({ "a.json": '{"version":"1.0"}' }), "a.json");
    const document = readArtifactsFile(file, new ProblemList());
    expect(document?.value).toEqual({ version: "1.0" });
    expect(document?.locate(["version"])).toEqual({ file });
  });

  test.each([
    ["missing.json", "file_unreadable"],
    ["text.json", "artifacts_invalid"],
  ])("readArtifactsFile reports %s as %s", (name, code) => {
    const folder = temporaryFolder({ "text.json": "name: flights" });
    const problems = new ProblemList();
    expect(readArtifactsFile(path.join(folder, name), problems)).toBeUndefined();
    expect(problems.sorted(undefined)).toMatchObject([{ code, file: path.join(folder, name) }]);
  });
});
