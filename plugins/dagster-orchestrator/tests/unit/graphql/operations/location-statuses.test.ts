import { expect, test } from "vitest";
import { LOCATION_STATUSES } from "../../../../src/graphql/operations/location-statuses.ts";

test("LOCATION_STATUSES reads names, and which of them are loading", () => {
  const entries = [{ name: "a", loadStatus: "LOADED" }, { name: "b", loadStatus: "LOADING" }];
  const found = LOCATION_STATUSES.schema.parse({ locationStatusesOrError: { __typename: "WorkspaceLocationStatusEntries", entries } });
  expect(found).toEqual([{ name: "a", isLoading: false }, { name: "b", isLoading: true }]);
});

test("LOCATION_STATUSES refuses a member that it does not know", () => {
  expect(() => LOCATION_STATUSES.schema.parse({ locationStatusesOrError: { __typename: "Other", entries: [] } })).toThrow();
});
