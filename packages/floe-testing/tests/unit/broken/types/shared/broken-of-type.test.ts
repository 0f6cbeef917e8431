import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { brokenOfType } from "../../../../../src/broken/types/shared/broken-of-type.ts";
import { FakeSecrets } from "../../../../../src/fakes/fake-secrets.ts";

const parts = { id: "x", title: "x", violates: "secrets/audits-get" } as const;

test("brokenOfType makes an entry of a class, or of a fake's members, in which a registry sees nothing wrong", async () => {
  const broken = brokenOfType(PluginType.SECRETS);
  const ofClass = broken(parts, FakeSecrets);
  expect(ofClass).toMatchObject({ ...parts, type: "floe.secrets", expected: { step: "none" }, source: { entry: { load: FakeSecrets } } });
  const { source } = broken(parts, { getSecret: async () => "same" });
  const made = source.kind === "entry" ? new (source.entry.load as new () => FakeSecrets)() : undefined;
  await expect(made?.getSecret("any")).resolves.toBe("same");
});
