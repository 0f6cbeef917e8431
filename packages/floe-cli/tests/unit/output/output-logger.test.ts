import { expect, test } from "vitest";
import { Output } from "../../../src/output/output.ts";
import { outputLogger } from "../../../src/output/output-logger.ts";
import { fakeHost } from "../../support/fake-host.ts";

test.each([
  ["by default", {}, "warn: w plugin=x\nerror: e\n"],
  ["when quiet", { quiet: true }, "error: e\n"],
  ["when verbose", { verbose: true }, "debug: d\ninfo: i\nwarn: w plugin=x\nerror: e\n"],
])("outputLogger prints to standard error %s", (_, options, text) => {
  const host = fakeHost();
  const all = { json: false, quiet: false, verbose: false, color: true, ...options };
  const logger = outputLogger(new Output(host, all), all);
  logger.debug("d");
  logger.info("i");
  logger.warn("w", { plugin: "x" });
  logger.error("e");
  expect(host.err()).toBe(text);
  expect(host.out()).toBe("");
});
