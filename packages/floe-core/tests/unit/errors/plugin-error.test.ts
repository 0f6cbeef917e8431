import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { isPluginError, PluginError, reasonOf, type PluginErrorOptions } from "../../../src/errors/plugin-error.ts";
import { expectForm } from "../../support/error-form.ts";

class SampleError extends PluginError {
  readonly plugin: string;

  constructor(plugin: string, options?: PluginErrorOptions) {
    super("FLOE_SAMPLE", `Cannot try ${plugin}: it is a sample`, options);
    this.plugin = plugin;
  }
}

const message = "Cannot try a: it is a sample";

describe("PluginError", () => {
  test("PluginError carries its class's name, code, message and hint", () => {
    expectForm(new SampleError("a", { hint: "Do not." }), {
      name: "SampleError",
      code: "FLOE_SAMPLE",
      message,
      hint: "Do not.",
      fields: { plugin: "a" },
    });
  });

  test("PluginError has an empty hint and no cause by default", () => {
    const error = new SampleError("a");
    expect(error.hint).toBe("");
    expect(Object.hasOwn(error, "cause")).toBe(false);
    expect(error.toJSON()).not.toHaveProperty("cause");
  });

  test("PluginError shows its name, message and fields when inspected", () => {
    const shown = inspect(new SampleError("a"));
    expect(shown).toMatch(/^SampleError: Cannot try a: it is a sample\n/);
    expect(shown).toContain("code: 'FLOE_SAMPLE'");
  });

  test("PluginError lets a subclass name itself", () => {
    class NamedError extends SampleError {
      constructor() {
        super("a");
        this.name = "Named";
      }
    }
    expect(new NamedError().toJSON()).toMatchObject({ name: "Named", code: "FLOE_SAMPLE" });
  });

  test.each<[string, unknown, { name: string; message: string }]>([
    ["an error", new TypeError("why"), { name: "TypeError", message: "why" }],
    ["a floe error", new SampleError("b"), { name: "SampleError", message: "Cannot try b: it is a sample" }],
    ["a text", "why", { name: "string", message: "why" }],
    ["null", null, { name: "object", message: "null" }],
    ["an object", { a: 1 }, { name: "object", message: "[object Object]" }],
  ])("PluginError keeps %s as its cause and tells it in short", (_, cause, inShort) => {
    const error = new SampleError("a", { cause });
    expect(error.cause).toBe(cause);
    expect(error.toJSON().cause).toEqual(inShort);
  });

  test("PluginError tells a cause in short that throws when it is read", () => {
    const cause = Object.defineProperty(new Error("x"), "message", {
      get() {
        throw new Error("no");
      },
    });
    expect(new SampleError("a", { cause }).toJSON().cause).toEqual({
      name: "object",
      message: "something that cannot be shown was thrown",
    });
  });
});

describe("isPluginError", () => {
  test("isPluginError recognises floe errors", () => {
    expect(isPluginError(new SampleError("a"))).toBe(true);
  });

  test("isPluginError recognises errors of another copy of floe-core, both ways", async () => {
    vi.resetModules();
    const copy = await import("../../../src/errors/plugin-in-use-error.ts");
    const other = await import("../../../src/errors/plugin-error.ts");
    const foreign = new copy.PluginInUseError({ plugin: "t:a", dependents: [] });
    expect(foreign).not.toBeInstanceOf(PluginError);
    expect(isPluginError(foreign)).toBe(true);
    expect(other.isPluginError).not.toBe(isPluginError);
    expect(other.isPluginError(new SampleError("a"))).toBe(true);
  });

  test.each([[undefined], [null], ["text"], [new Error("x")], [{ code: "FLOE_SAMPLE", message }]])("isPluginError refuses %o", (value) => {
    expect(isPluginError(value)).toBe(false);
  });
});

describe("reasonOf", () => {
  test.each<[unknown, string]>([
    [new Error("why"), "why"],
    [new RangeError(""), "RangeError"],
    [Object.assign(new Error(""), { name: "" }), "Error"],
    [Object.assign(new Error("why"), { message: 5 }), "5"],
    ["text", "text"],
    [undefined, "undefined"],
    [7, "7"],
    [Symbol("s"), "Symbol(s)"],
    [Object.create(null), "something that cannot be shown was thrown"],
  ])("reasonOf says of %o: %s", (thrown, reason) => {
    expect(reasonOf(thrown)).toBe(reason);
  });

  test("reasonOf does not throw for what cannot be read", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const hostile = Object.defineProperty(new Error("x"), "message", {
      get() {
        throw new Error("no");
      },
    });
    for (const thrown of [proxy, hostile]) expect(reasonOf(thrown)).toBe("something that cannot be shown was thrown");
  });
});
