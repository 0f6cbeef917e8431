import { describe, expect, test } from "vitest";
import { serveDocument, type ServeDocument } from "../../../src/json/serve-document.ts";
import { plugins, shutdown } from "../../support/results.ts";
import { serveEvents } from "../../support/serve-events.ts";

const at = "2026-03-29T04:00:00.000Z";
const serving: ServeDocument["event"] = {
  type: "serving",
  at,
  product: { name: "flights", file: "/app/floe.yaml", hash: "abc" },
  schedule: { cron: "0 6 * * *", timezone: "UTC" },
  plugins: plugins.map(({ key, version }) => ({ key, version, package: null })),
};

describe("serveDocument", () => {
  test("serveDocument carries the event as it is, as plain JSON", () => {
    const document = serveDocument(serveEvents.succeeded);
    expect(document).toEqual({ version: "1.0", command: "serve", ok: true, event: serveEvents.succeeded });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  test.each<[boolean, string, ServeDocument["event"]]>([
    [true, "a product that is going to be served", serving],
    [true, "plugins that are up", serveEvents.ready],
    [false, "plugins of which one is not up", serveEvents.halfReady],
    [true, "a run that is scheduled", serveEvents.scheduled],
    [true, "a run that starts", serveEvents.started],
    [true, "a run that goes on", serveEvents.stepStarted],
    [true, "a run that succeeded", serveEvents.succeeded],
    [false, "a run that did not succeed", serveEvents.notSucceeded],
    [false, "a run that could not be run", serveEvents.failed],
    [false, "a run that was missed", serveEvents.missedOne],
    [true, "plugins that stopped", { type: "stopped", at, shutdown }],
    [false, "plugins of which one did not stop well", { type: "stopped", at, shutdown: { ...shutdown, ok: false } }],
  ])("serveDocument has ok: %s for %s", (ok, _, event) => {
    expect(serveDocument(event).ok).toBe(ok);
  });
});
