import { expect, test } from "vitest";
import { addressSchema, isReachable, reachableHealth, UNREACHABLE } from "../../../../../src/broken/types/shared/unreachable.ts";
import { FakeCompute } from "../../../../../src/fakes/fake-compute.ts";

test("addressSchema takes an address or none, and no other setting", () => {
  expect(addressSchema.safeParse({})).toEqual({ success: true, data: { address: "somewhere" } });
  expect(addressSchema.safeParse(UNREACHABLE)).toEqual({ success: true, data: UNREACHABLE });
  expect(addressSchema.safeParse({ port: 1 })).toMatchObject({ success: false, error: { issues: [{ path: ["port"] }] } });
});

test("isReachable and reachableHealth tell a plugin that is configured to be nowhere", () => {
  const [here, nowhere] = [new FakeCompute(), new FakeCompute()];
  here.configure({ address: "somewhere" });
  nowhere.configure(UNREACHABLE);
  expect([isReachable(here), isReachable(nowhere)]).toEqual([true, false]);
  expect([reachableHealth(here), reachableHealth(nowhere)]).toEqual([{ state: "healthy" }, { state: "unhealthy" }]);
});
