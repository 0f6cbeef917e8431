import { expect, test } from "vitest";
import { FakeSecrets } from "../../../src/fakes/fake-secrets.ts";

test("FakeSecrets gives what it holds, and null for what it does not", async () => {
  const secrets = new FakeSecrets({ secrets: { "db/password": "s3cret" } });
  await expect(secrets.getSecret("db/password")).resolves.toBe("s3cret");
  await expect(secrets.getSecret("db/user")).resolves.toBeNull();
  await secrets.setSecret("api/key", "k");
  await expect(secrets.getSecret("api/key")).resolves.toBe("k");
  await expect(secrets.listSecrets()).resolves.toEqual(["api/key", "db/password"]);
  await expect(secrets.listSecrets("db/")).resolves.toEqual(["db/password"]);
  expect(secrets.generatePodEnvSpec("db")).toEqual({ envFrom: [{ secretRef: { name: "db" } }] });
});

test("FakeSecrets leaves an audit event for each access, without the value", async () => {
  const secrets = new FakeSecrets({ secrets: { a: "s3cret" } });
  await secrets.getSecret("a");
  await secrets.getSecret("b");
  await secrets.setSecret("c", "s3cret");
  await secrets.listSecrets("c");
  expect(secrets.audit).toEqual([
    { operation: "get", path: "a", result: "found" },
    { operation: "get", path: "b", result: "absent" },
    { operation: "set", path: "c", result: "stored" },
    { operation: "list", path: "c", result: "listed" },
  ]);
});
