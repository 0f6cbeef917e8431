import { describe, expect, test } from "vitest";
import { silentLogger } from "../../../src/logger.ts";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";
import { StartOperation } from "../../../src/registry/start-operation.ts";
import { findings } from "../../support/fake-registry.ts";

function record(name: string): PluginRecord {
  return new PluginRecord("floe.secrets", name, undefined);
}

const SETTLED = Promise.resolve(undefined);

describe("PluginRecord", () => {
  test("PluginRecord begins as discovered, with nothing loaded, configured or running", () => {
    const fresh = record("a");
    expect(fresh.key).toBe("floe.secrets:a");
    expect(fresh.state).toBe("discovered");
    expect([fresh.plugin, fresh.load, fresh.config, fresh.error, fresh.start, fresh.stop]).toStrictEqual(
      Array(6).fill(undefined),
    );
    expect(fresh.isLive).toBe(false);
    expect(fresh.isUp).toBe(false);
  });

  test("PluginRecord.dependencies and version follow what is known: nothing, the chosen manifest, then the instance", () => {
    const known = new PluginRecord("floe.secrets", "a", undefined);
    expect([known.dependencies, known.version]).toStrictEqual([[], undefined]);
    const found = findings([{ name: "a", dependencies: ["b"] }]).entries;
    known.candidates = { chosen: undefined, all: found };
    expect([known.dependencies, known.version]).toStrictEqual([[], undefined]);
    known.candidates = { chosen: found[0], all: found };
    expect([known.dependencies, known.version]).toStrictEqual([["b"], "1.2.3"]);
    known.facts = { version: "2.0.0", apiVersion: "1.0", description: "", dependencies: ["c"] };
    expect([known.dependencies, known.version]).toStrictEqual([["c"], "2.0.0"]);
    known.candidates = { chosen: undefined, all: [] };
    expect([known.dependencies, known.version]).toStrictEqual([["c"], "2.0.0"]);
    known.facts = undefined;
    expect([known.dependencies, known.version]).toStrictEqual([[], undefined]);
  });

  test("PluginRecord.isLive holds while it is active, starting, stopping or owed a stop", () => {
    const active = Object.assign(record("a"), { state: "active" });
    const starting = Object.assign(record("a"), { start: new StartOperation("floe.secrets:a", 100, silentLogger) });
    const stopping = Object.assign(record("a"), { stop: SETTLED });
    const owed = Object.assign(record("a"), { leftover: { settled: SETTLED, dispose: () => SETTLED } });
    expect([active.isLive, starting.isLive, stopping.isLive, owed.isLive]).toStrictEqual([true, true, true, true]);
  });

  test("PluginRecord.isLive does not count a leftover that is owed nothing", () => {
    const done = Object.assign(record("a"), { leftover: { settled: SETTLED, dispose: undefined } });
    expect(done.isLive).toBe(false);
  });

  test("PluginRecord.isUp holds only for what is active and going to stay", () => {
    const active = Object.assign(record("a"), { state: "active" });
    expect(active.isUp).toBe(true);
    expect(Object.assign(record("a"), { state: "active", stop: SETTLED }).isUp).toBe(false);
    expect(Object.assign(record("a"), { state: "active", isLeaving: true }).isUp).toBe(false);
    expect(Object.assign(record("a"), { state: "starting" }).isUp).toBe(false);
  });

  test("PluginRecord.attach tells each required plugin who holds on to it, and detach lets go", () => {
    const [one, two, user] = [record("one"), record("two"), record("user")];
    const other = record("other");
    user.attach([one, two]);
    other.attach([one]);
    expect(user.requires).toStrictEqual([one, two]);
    expect([...(one.dependents ?? [])]).toStrictEqual([user, other]);
    user.detach();
    expect(user.requires).toStrictEqual([]);
    expect([...(one.dependents ?? [])]).toStrictEqual([other]);
    expect([...(two.dependents ?? [])]).toStrictEqual([]);
  });

  test("PluginRecord.dependents are each there once and in order, however many they are", () => {
    const hub = record("hub");
    const users = Array.from({ length: 40 }, (_, index) => record(`user-${index}`));
    for (const user of users) user.attach([hub]);
    expect([...(hub.dependents ?? [])]).toStrictEqual(users);
    for (const user of users.slice(0, 39)) user.detach();
    expect([...(hub.dependents ?? [])]).toStrictEqual(users.slice(39));
  });

  test("PluginRecord.detach is fine for what holds on to nothing", () => {
    const alone = record("a");
    alone.detach();
    expect(alone.requires).toStrictEqual([]);
  });
});
