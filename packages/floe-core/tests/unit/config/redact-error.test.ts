import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redactError } from "../../../src/config/redact-error.ts";
import { makeSecret } from "../../../src/config/secret-value.ts";
import { isPluginError } from "../../../src/errors/plugin-error.ts";
import { CatalogUnavailableError } from "../../../src/errors/catalog-error.ts";

const HIDDEN = "hunter22";

/** Everything a host might print of it. */
function printed(thrown: unknown): string {
  const deep = inspect(thrown, { depth: null, showHidden: true });
  return [deep, String(thrown), JSON.stringify(thrown), thrown instanceof Error ? thrown.stack : ""].join("\n");
}

describe("redactError", () => {
  test("redactError gives back the very same value if it holds no secret", () => {
    const error = Object.assign(new Error("fine", { cause: new Error("also fine") }), { details: { port: 5432 } });
    expect(redactError(error, [HIDDEN])).toBe(error);
    expect(redactError(error, [])).toBe(error);
  });

  test.each([[undefined], [null], [7], [Symbol("x")], ["clean"]])("redactError gives back %o", (thrown) => {
    expect(redactError(thrown, [HIDDEN])).toBe(thrown);
  });

  test("redactError masks message and stack, and keeps name and code", () => {
    const error = Object.assign(new RangeError(`no ${HIDDEN} here`), { code: "E_LOGIN" });
    const clean = redactError(error, [HIDDEN]);
    expect(clean).toMatchObject({ name: "RangeError", message: "no [secret] here", code: "E_LOGIN" });
    expect(clean).toBeInstanceOf(RangeError);
    expect((clean as Error).stack).toContain("redact-error.test.ts");
    expect(printed(clean)).not.toContain(HIDDEN);
    expect(error.message).toBe(`no ${HIDDEN} here`);
  });

  test("redactError masks the whole chain of causes, whatever was thrown", () => {
    const error = new Error("outer", { cause: new TypeError(`middle ${HIDDEN}`, { cause: `inner ${HIDDEN}` }) });
    const clean = redactError(error, [HIDDEN]) as Error;
    expect(clean.message).toBe("outer");
    expect(clean.cause).toMatchObject({ name: "TypeError", message: "middle [secret]", cause: "inner [secret]" });
    expect(printed(clean)).not.toContain(HIDDEN);
  });

  test("redactError masks the errors of an AggregateError", () => {
    const clean = redactError(new AggregateError([new Error(HIDDEN), `${HIDDEN}!`], "all"), [HIDDEN]);
    expect(clean).toBeInstanceOf(AggregateError);
    expect((clean as AggregateError).errors).toMatchObject([{ message: "[secret]" }, "[secret]!"]);
    expect(printed(clean)).not.toContain(HIDDEN);
  });

  test("redactError masks fields, lists, nested objects and their keys", () => {
    const error = Object.assign(new Error("refused"), {
      url: `https://u:${HIDDEN}@host`,
      attempts: 3,
      options: { headers: [`Bearer ${HIDDEN}`], [HIDDEN]: true },
    });
    const clean = redactError(error, [HIDDEN]);
    expect(clean).toMatchObject({
      url: "https://u:[secret]@host",
      attempts: 3,
      options: { headers: ["Bearer [secret]"], "[secret]": true },
    });
    expect(printed(clean)).not.toContain(HIDDEN);
  });

  test("redactError leaves out of a copy what it cannot look through", () => {
    class Connection {
      readonly password = HIDDEN;
    }
    const token = makeSecret(HIDDEN);
    const error = Object.assign(new Error("refused"), { connection: new Connection(), retry: () => HIDDEN, token });
    const clean = redactError(error, [HIDDEN]);
    expect(clean).not.toHaveProperty("connection");
    expect(clean).not.toHaveProperty("retry");
    expect(clean).toHaveProperty("token", token);
    expect(printed(clean)).not.toContain(HIDDEN);
  });

  test("redactError keeps a floe error a floe error", () => {
    const error = new CatalogUnavailableError(`Cannot reach https://u:${HIDDEN}@host`, { hint: `Not ${HIDDEN}` });
    const clean = redactError(error, [HIDDEN]);
    expect(isPluginError(clean)).toBe(true);
    expect(clean).toBeInstanceOf(CatalogUnavailableError);
    expect(JSON.parse(JSON.stringify(clean))).toEqual({
      name: "CatalogUnavailableError",
      code: "FLOE_CATALOG_UNAVAILABLE",
      message: "Cannot reach https://u:[secret]@host",
      hint: "Not [secret]",
    });
  });

  test("redactError gives an author's own class the built-in prototype below it, and its name", () => {
    class LoginError extends TypeError {
      readonly #password: string;
      override readonly name = "LoginError";

      constructor(password: string) {
        super(`refused ${password}`);
        this.#password = password;
      }

      toJSON(): string {
        return this.#password;
      }
    }
    const clean = redactError(new LoginError(HIDDEN), [HIDDEN]);
    expect(clean).toBeInstanceOf(TypeError);
    expect(clean).toMatchObject({ name: "LoginError", message: "refused [secret]" });
    expect(printed(clean)).not.toContain(HIDDEN);
  });

  test("redactError masks errors of another realm and DOM exceptions", () => {
    const foreign = runInNewContext(`new TypeError("${HIDDEN}")`) as unknown;
    expect(redactError(foreign, [HIDDEN])).toMatchObject({ name: "TypeError", message: "[secret]" });
    const aborted = redactError(new DOMException(HIDDEN, "AbortError"), [HIDDEN]);
    expect(aborted).toMatchObject({ name: "AbortError", message: "[secret]" });
    expect(printed(aborted)).not.toContain(HIDDEN);
  });

  test("redactError masks thrown texts and plain objects", () => {
    expect(redactError(`no ${HIDDEN}`, [HIDDEN])).toBe("no [secret]");
    expect(redactError({ reason: HIDDEN, list: [HIDDEN, 1, null] }, [HIDDEN])).toEqual({
      reason: "[secret]",
      list: ["[secret]", 1, null],
    });
  });

  test("redactError replaces a thrown class instance that holds a secret", () => {
    class Refusal {
      readonly token = HIDDEN;
    }
    expect(redactError(new Refusal(), [HIDDEN])).toEqual(new Error("what was thrown cannot be shown"));
  });

  test("redactError keeps cycles", () => {
    const error = new Error(HIDDEN);
    error.cause = error;
    const clean = redactError(error, [HIDDEN]) as Error;
    expect(clean.cause).toBe(clean);
  });

  test("redactError copies an error that is too large to be looked through, without its far parts", () => {
    const error = Object.assign(new Error("large"), { rows: Array.from({ length: 2000 }, (_, id) => ({ id })) });
    const clean = redactError(error, [HIDDEN]) as typeof error;
    expect(clean).not.toBe(error);
    expect(clean.message).toBe("large");
    expect(clean.rows[0]).toEqual({ id: 0 });
    expect(clean.rows.at(-1)).toBeUndefined();
  });

  test("redactError does not throw for an error that throws when it is read", () => {
    const hostile = Object.defineProperty(new Error("x", { cause: HIDDEN }), "message", {
      get() {
        throw new Error("no");
      },
    });
    expect(redactError(hostile, [HIDDEN])).toEqual(new Error("what was thrown cannot be shown"));
  });

  test("redactError masks a number that is a secret, and no other", () => {
    const error = Object.assign(new Error("refused"), { pin: 47114711, big: 47114711n, at: 1747114711 });
    expect(redactError(error, ["47114711"])).toMatchObject({ pin: "[secret]", big: "[secret]", at: 1747114711 });
    expect(redactError(47114711, ["47114711"])).toBe("[secret]");
  });

  test("redactError finds a secret that is a key, and keeps the members every floe error has", () => {
    expect(redactError({ seen: { [HIDDEN]: 1 } }, [HIDDEN])).toEqual({ seen: { "[secret]": 1 } });
    const refused = Object.assign(new Error("refused"), { code: "E_LOGIN" });
    expect(redactError(refused, ["code"])).toBe(refused);
    expect(redactError(new CatalogUnavailableError("no code"), ["code"])).toHaveProperty("code", "FLOE_CATALOG_UNAVAILABLE");
  });

  class Token {
    readonly #text: string;

    constructor(text: string) {
      this.#text = text;
    }

    toString(): string {
      return `Token ${this.#text}`;
    }
  }

  const url = new URL(`https://u:${HIDDEN}@host/`);
  test.each<[string, unknown, unknown]>([
    ["a URL", url, "https://u:[secret]@host/"],
    ["search parameters", new URLSearchParams({ key: HIDDEN }), "key=[secret]"],
    ["an object with a text of its own", new Token(HIDDEN), "Token [secret]"],
    ["a text object", Object(HIDDEN), "[secret]"],
    ["bytes", new TextEncoder().encode(`no ${HIDDEN}`), "no [secret]"],
    ["a part of a buffer", Buffer.from(`no ${HIDDEN}`).subarray(3), "[secret]"],
    ["an array buffer", new TextEncoder().encode(HIDDEN).buffer, "[secret]"],
    ["a map", new Map<unknown, unknown>([["a", HIDDEN], [HIDDEN, url]]), new Map([["a", "[secret]"], ["[secret]", "https://u:[secret]@host/"]])],
    ["a set", new Set([[HIDDEN], 1]), new Set([["[secret]"], 1])],
    ["an answer of toJSON", new (class { toJSON = (): unknown => ({ token: [HIDDEN] }); })(), { token: ["[secret]"] }],
  ])("redactError masks %s", (_, value, masked) => {
    const clean = redactError(Object.assign(new Error("refused"), { value }), [HIDDEN]);
    expect(clean).toHaveProperty("value", masked);
    expect(printed(clean)).not.toContain(HIDDEN);
  });

  test.each<[string, unknown]>([
    ["a toJSON beside plain fields", { a: 1, toJSON: () => HIDDEN }],
    ["an error's toJSON", Object.assign(new Error("refused"), { toJSON: () => ({ token: HIDDEN }) })],
    ["headers", { headers: new Headers({ authorization: `Bearer ${HIDDEN}` }) }],
    ["more bytes than it decodes", { body: Buffer.alloc(2_000_000, HIDDEN) }],
  ])("redactError does not hand on %s", (_, thrown) => {
    const clean = redactError(thrown, [HIDDEN]);
    expect(clean).not.toBe(thrown);
    expect(printed(clean)).not.toContain(HIDDEN);
  });

  test("redactError hands on objects of any class that show no secret", () => {
    const parts = { at: new Date(0), url: new URL("https://host"), bytes: Buffer.from("fine"), seen: new Map([[1, new Set([2])]]) };
    const error = Object.assign(new Error("refused"), parts);
    expect(redactError(error, [HIDDEN])).toBe(error);
  });

  test("redactError leaves out what throws when it is read, and copies the rest", () => {
    const no = (): never => {
      throw new Error("no");
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const mute = new (class { toJSON = no; toString = no; })();
    const error = Object.defineProperty(Object.assign(new Error(HIDDEN), { proxy, mute, fine: 1 }), "field", { get: no, enumerable: true });
    const clean = redactError(error, [HIDDEN]);
    expect(clean).toMatchObject({ message: "[secret]", fine: 1 });
    expect(Object.keys(clean as object)).toEqual(["fine"]);
  });

  test("redactError ends for maps in themselves and for a toJSON that answers with more of its kind", () => {
    const ring = new Map<string, unknown>([["token", HIDDEN]]);
    ring.set("self", ring);
    const copy = redactError(ring, [HIDDEN]) as typeof ring;
    expect(copy.get("self")).toBe(copy);
    class Endless {
      toJSON(): unknown {
        return { next: new Endless(), self: this };
      }
    }
    expect(redactError({ token: HIDDEN, endless: new Endless() }, [HIDDEN])).toMatchObject({ token: "[secret]" });
  });

  test("redactError lets no spelling of a secret through, however it is nested", () => {
    const unit = fc.constantFrom(..."az09 &+%'`^|~!*()[]{}<>:;=@$,\"\\/?#\näß😀".split(/(?:)/u));
    const secrets = fc.string({ unit, maxLength: 10 }).map((text) => `q7z${text}`);
    const { tree } = fc.letrec<{ tree: (secret: string) => unknown }>((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, fc.constantFrom(...LEAVES), fc.tuple(fc.constantFrom(...BRANCHES), tie("tree"), tie("tree")).map(
        ([branch, left, right]) => (secret: string) => branch(left(secret), right(secret), secret),
      )),
    }));
    fc.assert(
      fc.property(secrets, tree, (secret, grow) => {
        const clean = redactError(Object.assign(new Error("refused"), { data: grow(secret) }), [secret]);
        const shown = `${printed(clean)}\n${JSON.stringify(flat(clean))}`;
        expect(shown).not.toContain("q7z");
      }),
    );
  });
});

const LEAVES: readonly ((secret: string) => unknown)[] = [
  (secret) => secret,
  (secret) => `before ${secret} after`,
  (secret) => JSON.stringify({ body: JSON.stringify({ secret }) }),
  (secret) => new URLSearchParams({ secret }),
  (secret) => new URL(`https://host/?q=${encodeURIComponent(secret)}`),
  (secret) => Object.assign(new URL("https://host"), { password: secret }),
  (secret) => Buffer.from(secret),
  () => 7,
  () => null,
  () => new Date(0),
];

const BRANCHES: readonly ((left: unknown, right: unknown, secret: string) => unknown)[] = [
  (left, right) => [left, right],
  (left, right, secret) => ({ left, [secret]: right }),
  (left, right, secret) => new Map([[left, right], [secret, left]]),
  (left, right) => new Set([left, right]),
  (left, right, secret) => Object.assign(new TypeError(secret, { cause: left }), { right }),
  (left, right) => new AggregateError([left, right], "all"),
  (left) => ({ toJSON: () => left }),
];

/** What JSON does not list, listed. */
function flat(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(flat);
  if (value instanceof Set) return [...value].map(flat);
  if (Array.isArray(value)) return value.map(flat);
  if (value instanceof Error) return [String(value), value.stack, flat(value.cause), Object.entries(value).map(flat)];
  return typeof value === "object" && value !== null && !("toJSON" in value) ? Object.entries(value).map(flat) : value;
}
