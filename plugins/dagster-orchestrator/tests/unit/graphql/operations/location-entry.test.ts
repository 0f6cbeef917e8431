import { expect, test } from "vitest";
import { LOCATION_ENTRY } from "../../../../src/graphql/operations/location-entry.ts";

const read = (entry: unknown): unknown => LOCATION_ENTRY.schema.parse({ workspaceLocationEntryOrError: entry });
const entry = (loadStatus: string, locationOrLoadError: unknown) => ({ __typename: "WorkspaceLocationEntry", name: "shop", loadStatus, locationOrLoadError });
const loaded = {
  __typename: "RepositoryLocation",
  isReloadSupported: true,
  repositories: [{ name: "__repository__", jobs: [{ name: "shop", tags: [{ key: "floe/hash", value: "abc" }] }] }],
};

test("LOCATION_ENTRY reads a location that is loaded, with its jobs and their tags", () => {
  const jobs = [{ repository: "__repository__", name: "shop", tags: { "floe/hash": "abc" } }];
  expect(read(entry("LOADED", loaded))).toEqual({ state: "loaded", isReloadSupported: true, jobs });
});

test("LOCATION_ENTRY reads one that is loading, again or for the first time, one that failed and one that is missing", () => {
  expect(read(entry("LOADING", loaded))).toEqual({ state: "loading" });
  expect(read(entry("LOADED", null))).toEqual({ state: "loading" });
  expect(read(entry("LOADED", { __typename: "PythonError", message: "no" }))).toMatchObject({ state: "failed", error: { message: "no" } });
  expect(read(null)).toEqual({ state: "missing" });
});

test("LOCATION_ENTRY refuses a member that it does not know", () => {
  expect(() => read({ __typename: "Other" })).toThrow();
  expect(() => read(entry("LOADED", { __typename: "Other" }))).toThrow();
});
