import { describe, expect, test } from "vitest";
import { liveText } from "../../../src/output/live-text.ts";
import { Output } from "../../../src/output/output.ts";
import { fakeHost } from "../../support/fake-host.ts";

function start() {
  const host = fakeHost({ isTTY: true, columns: 40, env: { NO_COLOR: "1" } });
  const output = new Output(host, { json: false, quiet: false, color: true });
  return { host, output, live: liveText(output, host) };
}

/** What erases one line and goes up to the one before. */
const ERASE = "\u001B[2K";

describe("liveText", () => {
  test("liveText replaces what it showed before", () => {
    const { host, live } = start();
    live.show("first");
    live.show("second");
    const [before, after] = host.out().split("first\n");
    expect(before).not.toContain(ERASE);
    expect(after?.indexOf("second")).toBeGreaterThan(after?.indexOf(ERASE) ?? Infinity);
  });

  test("liveText shows no secret", () => {
    const { host, output, live } = start();
    output.redactWith((text) => text.replaceAll("s3cret", "[secret]"));
    live.show("table s3cret");
    output.failure("warn: s3cret");
    expect(host.out().match(/table \[secret\]/g)).toHaveLength(2);
    expect(host.out() + host.err()).not.toContain("s3cret");
  });

  test("liveText puts other lines above it, on standard error", () => {
    const { host, output, live } = start();
    live.show("table");
    output.failure("warn: slow");
    expect(host.err()).toBe("warn: slow\n");
    expect(host.out().match(/table/g)).toHaveLength(2);
  });

  test("liveText escapes what it shows", () => {
    const { host, live } = start();
    live.show("\u001B]0;title\u0007");
    expect(host.out()).toContain("\\u001B]0;title\\u0007");
  });

  test("liveText leaves the last text and gives lines back when it ends", () => {
    const { host, output, live } = start();
    live.show("last");
    live.end();
    live.end();
    output.note("stopped");
    expect(host.err()).toBe("stopped\n");
    expect(host.out().match(/last/g)).toHaveLength(1);
    expect(host.out()).not.toContain(ERASE);
  });
});
