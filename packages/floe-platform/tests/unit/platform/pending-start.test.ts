import type { PluginGraph, PluginState } from "floe-core";
import { describe, expect, test } from "vitest";
import { pendingStarts } from "../../../src/platform/pending-start.ts";

const graph = {
  resolution: { order: ["t:base", "t:middle", "t:top", "t:other"] },
  requirements: {
    "t:base": [],
    "t:middle": [{ key: "t:base", optional: false }],
    "t:top": [
      { key: "t:base", optional: true },
      { key: "t:middle", optional: false },
    ],
    "t:other": [],
  },
} as unknown as PluginGraph;

function pending(states: Readonly<Record<string, PluginState>>) {
  return pendingStarts(graph, (key) => states[key] ?? "discovered");
}

describe(pendingStarts.name, () => {
  test("pendingStarts says who is starting and what the others wait for", () => {
    expect(pending({ "t:base": "starting", "t:middle": "loaded", "t:top": "loaded", "t:other": "active" })).toEqual([
      { key: "t:base", state: "starting", waitsFor: [] },
      { key: "t:middle", state: "waiting", waitsFor: ["t:base"] },
      { key: "t:top", state: "waiting", waitsFor: ["t:base", "t:middle"] },
    ]);
  });

  test("pendingStarts says that everything waits for the plugins that are asked for secrets", () => {
    const stateOf = (key: string): PluginState => (key === "t:base" ? "active" : "loaded");
    expect(pendingStarts(graph, stateOf, ["t:vault"])).toEqual([
      { key: "t:middle", state: "waiting", waitsFor: ["t:vault"] },
      { key: "t:top", state: "waiting", waitsFor: ["t:middle"] },
      { key: "t:other", state: "waiting", waitsFor: ["t:vault"] },
    ]);
  });

  test("pendingStarts leaves out what is settled, and takes what waits for nothing to be starting", () => {
    expect(pending({ "t:base": "active", "t:middle": "failed", "t:top": "blocked", "t:other": "loading" })).toEqual([
      { key: "t:other", state: "starting", waitsFor: [] },
    ]);
    expect(pending({ "t:base": "active", "t:middle": "loaded", "t:top": "loaded", "t:other": "stopped" })[0]).toEqual({
      key: "t:middle",
      state: "starting",
      waitsFor: [],
    });
  });
});
