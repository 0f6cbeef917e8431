import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderLogLine } from "../../../src/render/render-log-line.ts";

test("renderLogLine writes how many bytes there are, and not which", () => {
  const bytes = Buffer.from("s3cret");
  expect(renderLogLine("warn", "odd", { bytes, deep: [{ bytes: new Uint8Array(2) }] }, plainTheme)).toBe(
    'warn: odd bytes="6 bytes" deep=[{"bytes":"2 bytes"}]',
  );
});

test("renderLogLine writes level, message and fields", () => {
  expect(renderLogLine("info", "started", undefined, plainTheme)).toBe("info: started");
  const loop: unknown[] = [];
  loop.push(loop);
  const fields = { text: "a b", number: 1, list: [1], error: new Error("no"), absent: undefined, empty: "", run: () => 1, big: 1n, loop };
  expect(renderLogLine("warn", "odd", fields, plainTheme)).toBe(
    "warn: odd text=a b number=1 list=[1] error=no run=undefined big=1 loop=",
  );
});
