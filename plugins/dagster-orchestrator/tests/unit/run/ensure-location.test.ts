import { expect, test } from "vitest";
import { DagsterUnavailableError } from "../../../src/errors/dagster-unavailable-error.ts";
import { ensureLocation, type WantedLocation } from "../../../src/run/ensure-location.ts";
import { fakeTime } from "../../support/fake-time.ts";
import { scriptedLocation, type LocationLook } from "../../support/scripted-location.ts";

const WANTED: WantedLocation = { location: "shop", job: "product", hash: "new", workingDirectory: "/product/.floe/dagster", loadTimeoutMs: 2_000 };
const OLD = { hash: "old" };
const NEW = { hash: "new" };

function ensure(before: readonly LocationLook[], after: readonly LocationLook[] = [], wanted: Partial<WantedLocation> = {}, answer?: (operation: string) => unknown) {
  const time = fakeTime();
  const client = scriptedLocation(before, after, answer);
  const operations = () => client.asked.map(({ operation }) => operation.replace("Floe", ""));
  return { operations, time, found: ensureLocation({ ...WANTED, ...wanted }, { ...time, client }) };
}

test("ensureLocation is content with the version that is wanted", async () => {
  const { found, operations } = ensure([NEW]);
  expect(await found).toEqual({ repository: "__repository__", name: "product", tags: { "floe/hash": "new" } });
  expect(operations()).toEqual(["LocationEntry"]);
});

test("ensureLocation waits for one that is loading", async () => {
  const { found, time } = ensure(["loading", "loading", NEW]);
  await found;
  expect(time.pauses).toEqual([500, 500]);
  await expect(ensure(["loading"]).found).rejects.toMatchObject({ problem: "loading" });
});

test.each([["another version", OLD], ["none of floe's", { hash: null }], ["without the job", { hash: "new", job: "other" }], ["broken", "failed" as const]])(
  "ensureLocation loads anew one that is %s, and looks at what it serves then",
  async (_title, before) => {
    const { found, operations } = ensure([before], ["loading", NEW]);
    expect(await found).toMatchObject({ name: "product" });
    expect(operations()).toEqual(["LocationEntry", "ReloadLocation", "LocationEntry", "LocationEntry"]);
  },
);

test("ensureLocation loads anew once, and says what is wrong then", async () => {
  await expect(ensure([OLD], [OLD]).found).rejects.toMatchObject({ problem: "version", message: expect.stringContaining("serves version old also after it was loaded anew, and not new") });
  await expect(ensure([OLD], [{ hash: null }]).found).rejects.toMatchObject({ problem: "version", message: expect.stringContaining("that floe did not make") });
  await expect(ensure([OLD], [{ hash: "new", job: "other" }]).found).rejects.toMatchObject({ message: expect.stringContaining('no job "product"') });
  await expect(ensure(["failed"], ["failed"]).found).rejects.toMatchObject({ problem: "failed", message: expect.stringContaining("KeyError: 'a'") });
});

test("ensureLocation says what is there where the location is not", async () => {
  await expect(ensure(["missing"]).found).rejects.toMatchObject({ problem: "missing", message: expect.stringContaining('"shops"') });
  await expect(ensure([OLD], ["missing"]).found).rejects.toMatchObject({ problem: "missing" });
});

test("ensureLocation does not reload where the server cannot", async () => {
  const { found, operations } = ensure([{ hash: "old", canReload: false }], [], { workingDirectory: null });
  await expect(found).rejects.toMatchObject({ problem: "version", hint: expect.stringContaining("Deploy this version") });
  expect(operations()).toEqual(["LocationEntry"]);
  const refuse = (operation: string) => (operation === "FloeReloadLocation" ? { reloadRepositoryLocation: { __typename: "ReloadNotSupported" } } : undefined);
  await expect(ensure([OLD], [], {}, refuse).found).rejects.toMatchObject({ problem: "version" });
});

test("ensureLocation without a hash loads anew in any case", async () => {
  const { found, operations } = ensure([NEW], [OLD], { hash: undefined });
  expect(await found).toMatchObject({ tags: { "floe/hash": "old" } });
  expect(operations()).toEqual(["LocationEntry", "ReloadLocation", "LocationEntry"]);
});

test("ensureLocation throws its signal's reason", async () => {
  const reason = new Error("stop");
  await expect(ensure(["loading"], [], { signal: AbortSignal.abort(reason) }).found).rejects.toBe(reason);
});

test("ensureLocation says where Dagster has to be started when nobody listens", async () => {
  const cause = new DagsterUnavailableError({ url: "http://dagster.test", reason: "no connection (ECONNREFUSED)", isUnsent: true });
  const refuse = (): never => {
    throw cause;
  };
  await expect(ensure([NEW], [], {}, refuse).found).rejects.toMatchObject({
    code: "FLOE_DAGSTER_UNAVAILABLE",
    message: cause.message,
    hint: "Start `dagster dev` in /product/.floe/dagster, or correct the orchestrator's url.",
    isUnsent: true,
  });
  await expect(ensure([NEW], [], { workingDirectory: null }, refuse).found).rejects.toBe(cause);
});
