import { channel } from "node:diagnostics_channel";
import { describe, expect, test } from "vitest";
import { channels } from "../../../src/registry/channels.ts";

describe("channels", () => {
  test.each(["discover", "load", "configure", "start", "stop", "health"] as const)(
    "channels.%s is the process-wide channel of that name, which every copy of floe-core shares",
    (step) => {
      expect(channels[step]).toBe(channel(`floe.${step}`));
    },
  );
});
