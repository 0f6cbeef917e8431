import { expect, test } from "vitest";
import { platformOptions } from "../../../src/commands/platform-options.ts";
import { contextOf } from "../../support/context.ts";

test("platformOptions passes folder, environment, logger and signal on", () => {
  const { host, options, logger, signal, output } = contextOf({ cwd: "/app" });
  expect(platformOptions({ host, options, logger, signal, output })).toEqual({ cwd: "/app", env: host.env, logger, signal });
});
