import { describe, expect, test } from "vitest";
import { brandPluginClass, findOwnBrand, isImplemented, readPluginBrand } from "../../../src/plugin/plugin-brand.ts";

class Base {
  inherited(): void {}
}
brandPluginClass(Base.prototype, "");

class Typed extends Base {
  offered(): void {}
}
brandPluginClass(Typed.prototype, "floe.tests");

class Authored extends Typed {
  written(): void {}
  override offered(): void {}
}

describe("readPluginBrand", () => {
  test("readPluginBrand answers the brand of the nearest abstract class", () => {
    expect(readPluginBrand(new Authored())).toStrictEqual({ group: "floe.tests" });
    expect(readPluginBrand(new Base())).toStrictEqual({ group: "" });
  });

  test("readPluginBrand knows the brand that another copy of floe-core put there", () => {
    const foreign = { [Symbol.for("floe.plugin")]: { group: "floe.tests" } };
    expect(readPluginBrand(foreign)).toStrictEqual({ group: "floe.tests" });
  });

  test.each([undefined, null, "text", 5, {}, () => undefined])("readPluginBrand finds none on %s", (value) => {
    expect(readPluginBrand(value)).toBeUndefined();
  });

  test.each([null, 1, {}, { group: 5 }])("readPluginBrand ignores a brand that is %j", (brand) => {
    expect(readPluginBrand({ [Symbol.for("floe.plugin")]: brand })).toBeUndefined();
  });
});

describe("brandPluginClass", () => {
  test("brandPluginClass leaves no member that enumeration would show", () => {
    expect(Object.keys(Base.prototype)).toStrictEqual([]);
  });
});

describe("findOwnBrand", () => {
  test("findOwnBrand answers the brand that a class itself carries", () => {
    expect(findOwnBrand(Typed.prototype)).toStrictEqual({ group: "floe.tests" });
  });

  test("findOwnBrand does not count an inherited brand", () => {
    expect(findOwnBrand(Authored.prototype)).toBeUndefined();
  });
});

describe("isImplemented", () => {
  test("isImplemented counts what an author's class states", () => {
    expect(isImplemented(new Authored(), "written")).toBe(true);
    expect(isImplemented(new Authored(), "offered")).toBe(true);
  });

  test("isImplemented counts what the instance itself states", () => {
    expect(isImplemented(Object.assign(new Typed(), { offered: () => undefined }), "offered")).toBe(true);
  });

  test("isImplemented does not count defaults of abstract classes, near or far", () => {
    expect(isImplemented(new Typed(), "offered")).toBe(false);
    expect(isImplemented(new Authored(), "inherited")).toBe(false);
  });

  test("isImplemented does not count what is nowhere", () => {
    expect(isImplemented(new Authored(), "absent")).toBe(false);
  });
});
