import { tmpdir } from "node:os";
import { PluginType } from "floe-core";
import { expect, test, vi } from "vitest";
import { describeContract } from "../../../src/contract/describe-contract.ts";
import type { ContractTest } from "../../../src/contract/contract-test.ts";
import { FakeStorage } from "../../../src/fakes/fake-storage.ts";

interface Described {
  readonly tests: ReadonlyMap<string, { readonly body: (...given: readonly unknown[]) => Promise<void>; readonly timeoutMs: number }>;
  readonly before: (() => void)[];
  readonly after: (() => void)[];
}

/** What a runner is told of a storage plugin. */
function described(create: () => FakeStorage, skip: object = {}): Described {
  const tests = new Map<string, { body: (...given: readonly unknown[]) => Promise<void>; timeoutMs: number }>();
  const [before, after]: [(() => void)[], (() => void)[]] = [[], []];
  const runner: ContractTest = {
    describe: (_, body) => body(),
    it: (name, body, timeoutMs) => tests.set(name.slice(0, name.indexOf(":")), { body, timeoutMs }),
    beforeEach: (body) => before.push(body),
    afterEach: (body) => after.push(body),
  };
  describeContract(PluginType.STORAGE, { test: runner, create, skip, limits: { callMs: 500, signalMs: 100 } });
  return { tests, before, after };
}

const failing = (): FakeStorage => new FakeStorage({ startup: () => Promise.reject(new Error("no disk")) });

test("describeContract makes one test of each clause, which passes if it is kept", async () => {
  const { tests } = described(() => new FakeStorage());
  expect(tests.size).toBeGreaterThan(40);
  await expect(tests.get("load/ends")?.body({})).resolves.toBeUndefined();
});

test("describeContract lets the test of a broken clause fail with what was seen", async () => {
  await expect(described(failing).tests.get("startup/does-not-throw")?.body({})).rejects.toThrow("startup threw: no disk");
});

test("describeContract skips what is skipped and what cannot be tried, with the reason", async () => {
  const { tests } = described(failing, { "load/ends": "it waits for a person" });
  const skip = vi.fn();
  await tests.get("load/ends")?.body({ skip });
  await tests.get("health/ends")?.body({ skip });
  expect(skip.mock.calls).toEqual([["skipped: it waits for a person"], ["untried: see startup/does-not-throw"]]);
});

test("describeContract skips with the context that vitest hands out, which is a function", async (context) => {
  const skipped = vi.spyOn(context, "skip").mockImplementation(() => undefined);
  await described(() => new FakeStorage(), { "load/ends": "it waits for a person" }).tests.get("load/ends")?.body(context);
  expect(skipped).toHaveBeenCalledWith("skipped: it waits for a person");
});

test("describeContract calls skip as a method, and lets through what it throws", async () => {
  const context = {
    skipped: "",
    skip(reason: string): void {
      this.skipped = reason;
      throw new Error("pending");
    },
  };
  const { tests } = described(() => new FakeStorage(), { "load/ends": "it waits for a person" });
  await expect(tests.get("load/ends")?.body(context)).rejects.toThrow("pending");
  expect(context.skipped).toBe("skipped: it waits for a person");
});

test.each([[undefined], [null], [{}], [() => undefined]])("describeContract passes over a skip where the runner hands out %o", async (given) => {
  const { tests } = described(() => new FakeStorage(), { "load/ends": "it waits for a person" });
  await expect(tests.get("load/ends")?.body(given)).resolves.toBeUndefined();
});

test("describeContract asks for more time than its longest wait", () => {
  const { tests } = described(() => new FakeStorage());
  expect(tests.get("load/ends")?.timeoutMs).toBe(18_000);
});

test("describeContract puts the environment and the working directory back after each test", () => {
  const cwd = process.cwd();
  const chdir = vi.spyOn(process, "chdir").mockReturnValue();
  vi.stubEnv("FLOE_TEST_KEPT", "before");
  const { before, after } = described(() => new FakeStorage());
  vi.spyOn(process, "cwd").mockReturnValueOnce(cwd).mockReturnValue(tmpdir());
  for (const body of before) body();
  process.env["FLOE_TEST_KEPT"] = "changed";
  process.env["FLOE_TEST_ADDED"] = "added";
  for (const body of after) body();
  expect(process.env).toHaveProperty("FLOE_TEST_KEPT", "before");
  expect(process.env).not.toHaveProperty("FLOE_TEST_ADDED");
  expect(chdir).toHaveBeenCalledWith(cwd);
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("describeContract works with a runner that has no hooks", () => {
  const it = vi.fn();
  describeContract(PluginType.STORAGE, { test: { describe: (_, body) => body(), it }, create: () => new FakeStorage() });
  expect(it).toHaveBeenCalled();
});
