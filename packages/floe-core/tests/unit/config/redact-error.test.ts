import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
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
});
