import { isPluginError } from "floe-core";
import { describe, expect, test } from "vitest";
import { ComputeUnavailableError } from "../../../src/errors/compute-unavailable-error.ts";

describe("ComputeUnavailableError", () => {
  const details = { available: ["duckdb"], reason: "it is away", hint: "Bring it back." };

  test("says which compute, why, and what to do", () => {
    const error = new ComputeUnavailableError({ ...details, compute: "spark" });
    expect(isPluginError(error)).toBe(true);
    expect(error).toMatchObject({
      name: "ComputeUnavailableError",
      code: "FLOE_ORCHESTRATOR_COMPUTE",
      message: 'Cannot use compute "spark": it is away',
      hint: "Bring it back.",
      compute: "spark",
      available: ["duckdb"],
    });
  });

  test("has words for the platform's default", () => {
    expect(new ComputeUnavailableError({ ...details, compute: null }).message).toBe(
      "Cannot use the default compute: it is away",
    );
  });
});
