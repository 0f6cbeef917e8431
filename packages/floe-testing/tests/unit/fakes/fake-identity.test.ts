import { expect, test } from "vitest";
import { FakeIdentity } from "../../../src/fakes/fake-identity.ts";

const identity = new FakeIdentity({ users: { ada: "lovelace" } });

test("FakeIdentity gives a token for the right password alone", async () => {
  await expect(identity.authenticate({ username: "ada", password: "lovelace" })).resolves.toBe("token:ada");
  await expect(identity.authenticate({ username: "ada", password: "wrong" })).resolves.toBeNull();
  await expect(identity.authenticate({ username: "eve" })).resolves.toBeNull();
  await expect(identity.authenticate({})).resolves.toBeNull();
});

test("FakeIdentity knows who its tokens speak for", async () => {
  await expect(identity.getUserInfo("token:ada")).resolves.toMatchObject({ subject: "ada" });
  await expect(identity.getUserInfo("ada")).resolves.toBeNull();
  await expect(identity.validateToken("token:ada")).resolves.toMatchObject({ valid: true, user: { subject: "ada" } });
  await expect(identity.validateToken("token:eve")).resolves.toMatchObject({ valid: false });
});

test("FakeIdentity gives up once the signal is aborted", async () => {
  const late = { signal: AbortSignal.abort("late") };
  await expect(identity.authenticate({ username: "ada", password: "lovelace" }, late)).rejects.toBe("late");
  await expect(identity.validateToken("token:ada", late)).rejects.toBe("late");
});
