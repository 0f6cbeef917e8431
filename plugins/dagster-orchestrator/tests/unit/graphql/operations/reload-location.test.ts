import { expect, test } from "vitest";
import { RELOAD_LOCATION } from "../../../../src/graphql/operations/reload-location.ts";

const read = (__typename: string): unknown => RELOAD_LOCATION.schema.parse({ reloadRepositoryLocation: { __typename } });

test("RELOAD_LOCATION reads that a location was loaded anew, cannot be, or is not there", () => {
  expect(["WorkspaceLocationEntry", "ReloadNotSupported", "RepositoryLocationNotFound"].map(read)).toEqual(["reloaded", "unsupported", "missing"]);
});

test("RELOAD_LOCATION refuses a member that it does not know", () => {
  expect(() => read("Other")).toThrow();
});
