import { tmpdir } from "node:os";
import { afterEach, expect, test, vi } from "vitest";
import { rememberWorld } from "../../../../src/contract/trial/world.ts";

const NAME = "floeTestingWorld";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  for (const owner of [globalThis, Array.prototype, Promise]) Reflect.deleteProperty(owner, NAME);
});

test("rememberWorld says nothing of a process that is as it was", () => {
  expect(rememberWorld()()).toEqual({ globals: [], prototypes: [] });
});

test("rememberWorld names global variables that are new, changed and gone", () => {
  vi.stubGlobal("floeTestingKept", 1);
  vi.stubGlobal("floeTestingGone", 1);
  const changes = rememberWorld();
  Reflect.set(globalThis, NAME, 1);
  Reflect.set(globalThis, "floeTestingKept", 2);
  Reflect.deleteProperty(globalThis, "floeTestingGone");
  expect([...changes().globals].sort()).toEqual(["globalThis.floeTestingGone", "globalThis.floeTestingKept", `globalThis.${NAME}`]);
});

test("rememberWorld passes over registered symbols, and over globals that are loaded when they are first read", () => {
  const symbol = Symbol.for(NAME);
  Object.defineProperty(globalThis, NAME, { get: () => 1, configurable: true });
  const changes = rememberWorld();
  Reflect.set(globalThis, symbol, 1);
  Object.defineProperty(globalThis, NAME, { value: 1, configurable: true });
  expect(changes().globals).toEqual([]);
  Reflect.deleteProperty(globalThis, symbol);
});

test("rememberWorld names variables of the environment that are new, changed and gone", () => {
  vi.stubEnv("FLOE_TEST_CHANGED", "1");
  vi.stubEnv("FLOE_TEST_GONE", "1");
  vi.stubEnv("FLOE_TEST_NEW", undefined);
  const changes = rememberWorld();
  vi.stubEnv("FLOE_TEST_CHANGED", "2");
  vi.stubEnv("FLOE_TEST_GONE", undefined);
  vi.stubEnv("FLOE_TEST_NEW", "1");
  expect([...changes().globals].sort()).toEqual([
    "process.env.FLOE_TEST_CHANGED",
    "process.env.FLOE_TEST_GONE",
    "process.env.FLOE_TEST_NEW",
  ]);
});

test("rememberWorld names the working directory", () => {
  const changes = rememberWorld();
  vi.spyOn(process, "cwd").mockReturnValue(tmpdir());
  expect(changes().globals).toEqual(["the working directory"]);
});

test("rememberWorld names members of prototypes and constructors that are new or replaced", () => {
  const changes = rememberWorld();
  Object.defineProperty(Array.prototype, NAME, { value: 1, configurable: true });
  Object.defineProperty(Promise, NAME, { value: 1, configurable: true });
  vi.spyOn(String.prototype, "trim").mockReturnValue("");
  const { prototypes } = changes();
  expect([...prototypes].sort()).toEqual([`Array.prototype.${NAME}`, `Promise.${NAME}`, "String.prototype.trim"]);
});
