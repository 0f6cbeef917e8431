import { createServer } from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import { ResourceTracker } from "../../../src/registry/resource-tracker.ts";

test("ResourceTracker names a timer that was left, and the place that made it", async () => {
  const tracker = new ResourceTracker();
  const timer = tracker.run(function startTimer() {
    return setInterval(() => {}, 60_000);
  });
  const left = await tracker.end();
  clearInterval(timer);
  expect(left).toMatchObject([{ type: "Timeout" }]);
  expect(left[0]?.at).toMatch(/startTimer.*resource-tracker\.test\.ts/);
});

test("ResourceTracker names what was made later, by what was set going inside", async () => {
  const tracker = new ResourceTracker();
  const timer = await tracker.run(async () => {
    await Promise.resolve();
    return setTimeout(() => {}, 60_000);
  });
  const left = await tracker.end();
  clearTimeout(timer);
  expect(left).toMatchObject([{ type: "Timeout" }]);
});

test("ResourceTracker names a server that still listens, and no server that was closed", async () => {
  const tracker = new ResourceTracker();
  const servers = await tracker.run(async () => {
    const both = [createServer(), createServer()] as const;
    for (const server of both) await once(server.listen(0, "127.0.0.1"), "listening");
    both[0].close();
    return both;
  });
  const left = await tracker.end();
  servers[1].close();
  expect(left).toMatchObject([{ type: "TCPSERVERWRAP" }]);
});

test("ResourceTracker does not mind what was given back or keeps nothing alive", async () => {
  const tracker = new ResourceTracker();
  tracker.run(() => {
    clearTimeout(setTimeout(() => {}, 60_000));
    clearInterval(setInterval(() => {}, 60_000));
    setInterval(() => {}, 60_000).unref();
  });
  await expect(tracker.end()).resolves.toEqual([]);
});

test("ResourceTracker does not mind what others make meanwhile", async () => {
  const tracker = new ResourceTracker();
  const timer = setInterval(() => {}, 60_000);
  const left = await tracker.end();
  clearInterval(timer);
  expect(left).toEqual([]);
});

test("ResourceTracker watches nothing once it has ended", async () => {
  const tracker = new ResourceTracker();
  await tracker.end();
  const timer = tracker.run(() => setInterval(() => {}, 60_000));
  const left = await tracker.end();
  clearInterval(timer);
  expect(left).toEqual([]);
});
