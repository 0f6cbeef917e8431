import { format, inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { isSecret, makeSecret, SECRET_MASK } from "../../../src/config/secret-value.ts";

const HIDDEN = "correct horse";

describe("makeSecret", () => {
  test("makeSecret gives the value to reveal() only", () => {
    expect(makeSecret(HIDDEN).reveal()).toBe(HIDDEN);
  });

  test.each<[string, (secret: { toLocaleString(): string }) => string]>([
    ["String()", String],
    ["a template literal", (secret) => `token ${secret as unknown as string}`.slice("token ".length)],
    ["a list that is joined", (secret) => ["", secret].join("")],
    ["inspect", (secret) => inspect(secret)],
    ["inspect with hidden members", (secret) => inspect(secret, { showHidden: true, depth: null })],
    ["console.log's format", (secret) => format(secret)],
    ["format %s", (secret) => format("%s", secret)],
    ["format %o", (secret) => format("%o", secret)],
    ["toLocaleString", (secret) => secret.toLocaleString()],
  ])("makeSecret shows as the mask in %s", (_, show) => {
    expect(show(makeSecret(HIDDEN))).toBe(SECRET_MASK);
  });

  test("makeSecret shows as the mask in JSON", () => {
    expect(JSON.stringify({ token: makeSecret(HIDDEN) })).toBe(`{"token":"${SECRET_MASK}"}`);
  });

  test("makeSecret hides the value from inspect without custom inspection", () => {
    const shown = inspect(makeSecret({ password: HIDDEN }), { showHidden: true, showProxy: true, customInspect: false, depth: null });
    expect(shown).not.toContain(HIDDEN);
  });

  test("makeSecret keeps the value out of own keys, symbols, spreads and structured clones", () => {
    const secret = makeSecret(HIDDEN);
    expect(Reflect.ownKeys(secret)).toEqual([]);
    expect({ ...secret }).toEqual({});
    expect(structuredClone(secret)).toEqual({});
  });

  test("makeSecret turns into no number", () => {
    expect(Number(makeSecret(42))).toBeNaN();
  });

  test("makeSecret is frozen", () => {
    expect(Object.isFrozen(makeSecret(HIDDEN))).toBe(true);
  });
});

describe("isSecret", () => {
  test("isSecret recognises a secret", () => {
    expect(isSecret(makeSecret(HIDDEN))).toBe(true);
  });

  test("isSecret takes a proxy that does not answer for none", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(isSecret(proxy)).toBe(false);
  });

  test("isSecret recognises a secret of another copy of floe-core", async () => {
    vi.resetModules();
    const copy = await import("../../../src/config/secret-value.ts");
    expect(copy.makeSecret).not.toBe(makeSecret);
    expect(isSecret(copy.makeSecret(HIDDEN))).toBe(true);
  });

  test.each([[undefined], [null], [HIDDEN], [{}], [{ reveal: () => HIDDEN }], [{ [Symbol.for("floe.secret")]: true }]])(
    "isSecret refuses %o",
    (value) => {
      expect(isSecret(value)).toBe(false);
    },
  );
});
