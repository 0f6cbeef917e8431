import { expect, test } from "vitest";
import { DagsterLocationError } from "../../../src/errors/dagster-location-error.ts";

test("DagsterLocationError names the code location, and what is wrong with it", () => {
  const error = new DagsterLocationError({ location: "shop", problem: "missing", reason: "it is not there", hint: "Start it." });
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_LOCATION", location: "shop", problem: "missing", hint: "Start it." });
  expect(error.message).toBe('Cannot use Dagster\'s code location "shop": it is not there');
});
