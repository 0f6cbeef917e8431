import { describe, expect, onTestFinished, test, vi } from "vitest";
import { readSecrets } from "../../../src/secrets/read-secrets.ts";
import type { Journal } from "../../support/fake-plugins.ts";
import { FakeSecrets } from "../../support/fake-secrets.ts";

const { signal } = new AbortController();

class Failing extends FakeSecrets {
  override getSecret(): Promise<string | null> {
    return Promise.reject(new Error("vault is sealed"));
  }
  override listSecrets(): Promise<readonly string[]> {
    return Promise.reject(new Error("listing is forbidden"));
  }
}

describe(readSecrets.name, () => {
  test("readSecrets asks for each key once", async () => {
    const journal: Journal = [];
    const answers = await readSecrets(["a", "b", "a"], [new FakeSecrets({ a: "1", b: "" }, journal)], signal);
    expect(Object.fromEntries(answers)).toEqual({ a: { value: "1" }, b: { value: "" } });
    expect(journal.sort()).toEqual(["vault:get a", "vault:get b"]);
  });

  test("readSecrets asks several plugins in their order, until one knows the key", async () => {
    const plugins = [new FakeSecrets({ a: "first" }, [], "one"), new FakeSecrets({ a: "second", b: "2" }, [], "two")];
    expect(Object.fromEntries(await readSecrets(["a", "b"], plugins, signal))).toEqual({ a: { value: "first" }, b: { value: "2" } });
  });

  test("readSecrets says what is not there, and what is near it", async () => {
    const answers = await readSecrets(["db/pasword", "other"], [new FakeSecrets({ "db/password": "x" })], signal);
    expect(Object.fromEntries(answers)).toEqual({
      "db/pasword": { reason: "there is no such secret in vault", nearest: "db/password" },
      other: { reason: "there is no such secret in vault" },
    });
  });

  test("readSecrets takes a plugin that fails for no answer, and asks no other", async () => {
    const journal: Journal = [];
    const answers = await readSecrets(["a"], [new Failing({}, [], "one"), new FakeSecrets({ a: "old" }, journal)], signal);
    expect(answers.get("a")).toEqual({ reason: "one failed: vault is sealed" });
    expect(journal).toEqual([]);
  });

  test("readSecrets suggests nothing where keys cannot be listed", async () => {
    class Unlisted extends FakeSecrets {
      override listSecrets(): Promise<readonly string[]> {
        return Promise.reject(new Error("listing is forbidden"));
      }
    }
    expect((await readSecrets(["a"], [new Unlisted()], signal)).get("a")).toEqual({ reason: "there is no such secret in vault" });
    expect((await readSecrets(["a"], [], signal)).get("a")).toEqual({ reason: "no secrets plugin is up" });
  });

  test("readSecrets takes a plugin that does not answer for no answer after 30 s", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    class Silent extends FakeSecrets {
      override getSecret(): Promise<string | null> {
        return new Promise(() => {});
      }
    }
    const answers = readSecrets(["a"], [new Silent()], signal);
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await answers).get("a")).toEqual({ reason: "vault failed: no answer within 30 s" });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("readSecrets gives up at once with its signal, whether or not the plugin heeds it", async () => {
    class Silent extends FakeSecrets {
      override getSecret(): Promise<string | null> {
        return new Promise(() => {});
      }
    }
    const controller = new AbortController();
    const answers = expect(readSecrets(["a"], [new Silent()], controller.signal)).rejects.toThrow("enough");
    controller.abort(new Error("enough"));
    await answers;
  });

  test("readSecrets rejects with the reason of its signal", async () => {
    const reason = new Error("enough");
    await expect(readSecrets(["a"], [new Failing()], AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
