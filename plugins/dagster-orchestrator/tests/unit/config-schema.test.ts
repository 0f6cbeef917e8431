import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { configSchema } from "../../src/config-schema.ts";

const issuesOf = (input: unknown): string => {
  const answer = configSchema.safeParse(input);
  return answer.success ? "" : answer.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
};

describe("configSchema", () => {
  test("has a default for everything, for a dagster dev on this machine", () => {
    expect(configSchema.safeParse({})).toEqual({
      success: true,
      data: {
        url: "http://127.0.0.1:3000",
        workingDirectory: ".floe/dagster",
        nodeCommand: ["node"],
        executor: { type: "multiprocess", config: {} },
        runTags: {},
        pollIntervalMs: 500,
        requestTimeoutMs: 10_000,
        loadTimeoutMs: 180_000,
        outageTimeoutMs: 60_000,
        cancelTimeoutMs: 60_000,
        retries: { max: 0, delaySeconds: 0, backoff: "none" },
        scheduleStatus: "stopped",
        helm: {
          image: { repository: "floe-product", tag: "latest", pullPolicy: "IfNotPresent" },
          port: 3030,
          directory: "/product/.floe/dagster",
          envSecrets: [],
        },
      },
    });
  });

  test("takes no code location of its own, and one that is named", () => {
    expect(issuesOf({ workingDirectory: null, location: "shop", retries: { max: 3 }, helm: { image: { tag: "1" } } })).toBe("");
  });

  test.each([
    [{ urls: "x" }, "urls"],
    [{ helm: { images: {} } }, "images"],
    [{ retries: { delay: 1 } }, "delay"],
    [{ url: "ftp://x" }, "url has to be an absolute http or https address"],
    [{ url: "http://ann:pw@x" }, "url holds a user or password"],
    [{ pollIntervalMs: 1 }, "pollIntervalMs"],
    [{ retries: { max: 101 } }, "retries.max"],
    [{ nodeCommand: [] }, "nodeCommand"],
    [{ workingDirectory: "" }, "workingDirectory"],
    [{ helm: { directory: "product" } }, "helm.directory has to be absolute"],
    [{ scheduleStatus: "on" }, "scheduleStatus"],
  ])("refuses %j", (input, issue) => expect(issuesOf(input)).toContain(issue));

  test("keeps the token to itself", () => {
    expect(inspect(configSchema.safeParse({ token: "s3cr3t" }), { depth: 9 })).not.toContain("s3cr3t");
  });
});
