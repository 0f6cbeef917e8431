import { silentLogger, systemClock } from "floe-core";
import { expect, test } from "vitest";
import { dagsterEnvironment, workingDirectory } from "../../../src/product/product-environment.ts";
import { pause } from "../../../src/run/pause.ts";
import { fakeTime } from "../../support/fake-time.ts";
import { config } from "../../support/product.ts";

test("workingDirectory starts from the platform file's folder, unless it is absolute or Dagster's own", () => {
  const baseDir = "/products/shop";
  expect(workingDirectory({ config: config(), baseDir })).toBe("/products/shop/.floe/dagster");
  expect(workingDirectory({ config: config({ workingDirectory: "/elsewhere" }), baseDir })).toBe("/elsewhere");
  expect(workingDirectory({ config: config({ workingDirectory: null }), baseDir })).toBeNull();
});

test("dagsterEnvironment talks to the configured webserver, on this machine's clock if it is given none", () => {
  const plugin = { config: config({ url: "http://dagster.test/sub/" }), baseDir: "/", logger: silentLogger };
  expect(dagsterEnvironment(plugin)).toMatchObject({ client: { url: "http://dagster.test/sub" }, logger: silentLogger, clock: systemClock, pause });
  const time = fakeTime();
  expect(dagsterEnvironment({ ...plugin, clock: time.clock, pause: time.pause })).toMatchObject({ clock: time.clock, pause: time.pause });
});
