import nodeModule from "node:module";
import { afterEach, describe, expect, test } from "vitest";
import { findPnpApi } from "../../../../src/discovery/scan/pnp-api.ts";
import { fakePnp } from "../support/fake-pnp.ts";

afterEach(() => {
  Reflect.deleteProperty(nodeModule, "findPnpApi");
});

describe("findPnpApi", () => {
  test("answers null in a process that Yarn did not start", () => {
    expect(findPnpApi("/app/")).toBeNull();
  });

  test("asks the function that Yarn adds to node:module", () => {
    const api = fakePnp([]);
    Reflect.set(nodeModule, "findPnpApi", (folder: string) => (folder === "/app/" ? api : null));
    expect(findPnpApi("/app/")).toBe(api);
    expect(findPnpApi("/elsewhere/")).toBeNull();
  });

  test("does not take something else for the API", () => {
    Reflect.set(nodeModule, "findPnpApi", () => ({ ...fakePnp([]), getAllLocators: undefined }));
    expect(findPnpApi("/app/")).toBeNull();
  });
});
