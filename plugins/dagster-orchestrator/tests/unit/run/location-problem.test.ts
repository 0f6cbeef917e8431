import { expect, test } from "vitest";
import { DagsterUnavailableError } from "../../../src/errors/dagster-unavailable-error.ts";
import { locationFailed, locationLoading, locationMissing, locationOutdated, startHint, withPlaceToStart } from "../../../src/run/location-problem.ts";

const here = { location: "shop", workingDirectory: "/product/.floe/dagster" };
const elsewhere = { location: "shop", workingDirectory: null };

test("locationMissing names what is there, and how to start what is not", () => {
  const error = locationMissing(here, ["shops", "other"]);
  expect(error).toMatchObject({ problem: "missing", message: expect.stringContaining('Dagster serves "shops", "other"') });
  expect(error.hint).toBe('Start `dagster dev` in /product/.floe/dagster. Or set the orchestrator\'s location to "shops".');
  expect(locationMissing(elsewhere, [])).toMatchObject({ message: expect.stringContaining("serves none"), hint: expect.stringContaining("Deploy") });
});

test("locationFailed shows Python's error, and where to look", () => {
  const error = { className: "Outer", message: "Outer", errorChain: [{ error: { className: "KeyError", message: "KeyError: 'a'" } }] };
  expect(locationFailed(here, error)).toMatchObject({ problem: "failed", message: expect.stringContaining("failed to load: KeyError: 'a'"), hint: expect.stringContaining("/product/.floe/dagster") });
  expect(locationFailed(elsewhere, error).hint).toContain("deployed");
});

test("locationLoading says how long it was waited for", () => {
  expect(locationLoading(here, 3_000)).toMatchObject({ problem: "loading", message: expect.stringContaining("after 3 s"), hint: expect.stringContaining("loadTimeoutMs") });
});

test("locationOutdated has the remedy for a folder, and for a deployment", () => {
  expect(locationOutdated(here, "it is old")).toMatchObject({ problem: "version", message: expect.stringContaining("it is old"), hint: expect.stringContaining("start `dagster dev` in /product/.floe/dagster.") });
  expect(locationOutdated(elsewhere, "it is old").hint).toContain("Deploy this version");
});

test("startHint names the folder", () => {
  expect(startHint("/a")).toBe("Start `dagster dev` in /a.");
  expect(startHint(null)).toContain("Deploy");
});

test("withPlaceToStart names the folder where nobody listens, and leaves every other error alone", () => {
  const away = { url: "http://dagster.test", reason: "no connection (ECONNREFUSED)" };
  const error = new DagsterUnavailableError({ ...away, isUnsent: true });
  expect(withPlaceToStart(here, error)).toMatchObject({ ...away, message: error.message, hint: "Start `dagster dev` in /product/.floe/dagster, or correct the orchestrator's url." });
  for (const other of [new DagsterUnavailableError(away), new Error("else")]) expect(withPlaceToStart(here, other)).toBe(other);
  expect(withPlaceToStart(elsewhere, error)).toBe(error);
});
