import { secret } from "floe-core/config";
import { expect, test } from "vitest";
import { validateConnection, type ConnectionRequest } from "../../../src/connection/validate-connection.ts";
import { fakeDagster, SERVER_INFO, type FakeAnswer, type FakeDagster } from "../../support/fake-dagster.ts";

const daemon = (daemonType: string, healthy: boolean | null, lastHeartbeatTime: number | null, errors: readonly unknown[] = []) => ({ daemonType, required: true, healthy, lastHeartbeatTime, lastHeartbeatErrors: errors });
const WELL = [daemon("SCHEDULER", true, 1)];
const entry = (locationOrLoadError: unknown, loadStatus = "LOADED") => ({ __typename: "WorkspaceLocationEntry", name: "shop", loadStatus, locationOrLoadError });
const LOADED = entry({ __typename: "RepositoryLocation", isReloadSupported: true, repositories: [] });

function dagster({ daemons = WELL, location = LOADED }: { readonly daemons?: readonly unknown[]; readonly location?: unknown } = {}): Promise<FakeDagster> {
  return fakeDagster(({ operation }): FakeAnswer => {
    switch (operation) {
      case "FloeDaemonHealth":
        return { data: { instance: { daemonHealth: { allDaemonStatuses: daemons } } } };
      case "FloeLocationEntry":
        return { data: { workspaceLocationEntryOrError: location } };
      case "FloeLocationStatuses":
        return { data: { locationStatusesOrError: { __typename: "WorkspaceLocationStatusEntries", entries: [] } } };
      default:
        return { status: 200, body: SERVER_INFO };
    }
  });
}

const validate = (url: string, parts: Partial<ConnectionRequest> = {}) => validateConnection({ config: { url, requestTimeoutMs: 5_000 }, location: "shop", workingDirectory: "/product/.floe/dagster", ...parts });

test("validateConnection is content with a Dagster that serves the product and has its daemon", async () => {
  await using server = await dagster();
  expect(await validate(server.url)).toEqual({ status: "healthy", latencyMs: expect.any(Number), message: `Dagster 1.13.27 answers at ${server.url} and serves "shop".`, warnings: [], errors: [] });
});

test("validateConnection does not ask for a code location whose name is not known", async () => {
  await using server = await dagster({ location: null });
  expect(await validate(server.url, { location: undefined })).toMatchObject({ status: "healthy" });
  expect(server.operations).toEqual(["server_info", "FloeDaemonHealth"]);
});

test("validateConnection measures how long the server takes", async () => {
  await using server = await dagster();
  let ms = 0;
  expect(await validate(server.url, { clock: { now: () => "", elapsedMs: () => (ms += 7) } })).toMatchObject({ latencyMs: 7 });
});

test("validateConnection shows why a code location failed to load, in one line as its message", async () => {
  await using server = await dagster({ location: entry({ __typename: "PythonError", className: "E", message: "E: one\ntwo" }) });
  expect(await validate(server.url)).toMatchObject({ status: "unhealthy", message: expect.stringContaining("failed to load: E: one two"), errors: [expect.stringContaining("E: one\ntwo")] });
});

test("validateConnection tells a code location that is missing, with how to start it, from one that is loading", async () => {
  await using missing = await dagster({ location: null });
  expect(await validate(missing.url)).toMatchObject({ status: "unhealthy", errors: [expect.stringContaining("Start `dagster dev` in /product/.floe/dagster.")] });
  await using loading = await dagster({ location: entry(null, "LOADING") });
  expect(await validate(loading.url)).toMatchObject({ status: "degraded", warnings: [expect.stringContaining("still loading")], errors: [] });
});

test("validateConnection warns of a daemon that is not there, and of one that is ill", async () => {
  await using without = await dagster({ daemons: [daemon("SCHEDULER", false, null), daemon("SENSOR", null, null)] });
  expect(await validate(without.url)).toMatchObject({ status: "degraded", warnings: [expect.stringContaining("daemon is not running")] });
  await using ill = await dagster({ daemons: [daemon("SCHEDULER", false, 1, [{ className: "E", message: "E: no disk" }]), daemon("SENSOR", true, 1), daemon("ASSET", null, null)] });
  expect(await validate(ill.url)).toMatchObject({
    status: "degraded",
    warnings: [
      "Dagster's daemon is not well: SCHEDULER gave its last sign of life at 1970-01-01T00:00:01.000Z; E: no disk.",
      "Dagster's daemon is not well: ASSET has given no sign of life.",
    ],
  });
});

test("validateConnection says where to start Dagster if nobody listens", async () => {
  const server = await dagster();
  await server[Symbol.asyncDispose]();
  expect(await validate(server.url)).toMatchObject({ status: "unhealthy", message: expect.stringContaining("ECONNREFUSED"), errors: [expect.stringContaining("Start `dagster dev` in /product/.floe/dagster.")] });
});

test("validateConnection reads the body: a page is no Dagster, and the token is not told", async () => {
  await using server = await fakeDagster(({ headers }) => ({ status: 200, type: "text/html", body: `<html>${headers.authorization ?? ""}</html>` }));
  const result = await validate(server.url, { config: { url: server.url, requestTimeoutMs: 5_000, token: secret().parse("correct-horse") } });
  expect(result).toMatchObject({ status: "unhealthy", errors: [expect.stringContaining("login page")] });
  expect(JSON.stringify(result)).not.toContain("correct-horse");
});

test("validateConnection takes no longer than a request may, all in all", async () => {
  await using server = await fakeDagster(({ operation }) => (operation === "server_info" ? { status: 200, body: SERVER_INFO } : "hang"));
  expect(await validate(server.url, { config: { url: server.url, requestTimeoutMs: 200 } })).toMatchObject({ status: "unhealthy", message: expect.stringContaining("within 200 ms") });
});

test("validateConnection throws its signal's reason", async () => {
  const reason = new Error("stop");
  await expect(validate("http://127.0.0.1:9", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  await using server = await fakeDagster(() => (controller.abort(reason), "hang"));
  await expect(validate(server.url, { signal: controller.signal })).rejects.toBe(reason);
});
