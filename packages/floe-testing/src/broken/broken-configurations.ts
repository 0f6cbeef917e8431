import { brokenEntry } from "./broken-entry.ts";
import type { BrokenPlugin } from "./broken-plugin.ts";
import { Accepting, answering, WithToken, withSchema } from "./configured-compute.ts";
import { SoundCompute } from "./sound-compute.ts";
import { TEST_SECRET, unknownKey, type TokenConfig } from "./token-schema.ts";

const REFUSED = { step: "configure", code: "FLOE_PLUGIN_CONFIGURATION" } as const;

/** Plugins whose schema or `configure` does what it must not. */
export const BROKEN_CONFIGURATIONS: readonly BrokenPlugin[] = Object.freeze([
  brokenEntry({
    id: "schema-is-not-one",
    title: "whose schema has no safeParse",
    violates: "configuration/has-a-schema-or-null",
    expected: REFUSED,
    class: withSchema({ type: "object", properties: {} }),
  }),
  brokenEntry({
    id: "schema-is-undefined",
    title: "whose getConfigSchema answers undefined",
    violates: "configuration/has-a-schema-or-null",
    expected: REFUSED,
    class: withSchema(undefined),
  }),
  brokenEntry({
    id: "get-schema-throws",
    title: "whose getConfigSchema throws",
    violates: "configuration/has-a-schema-or-null",
    expected: REFUSED,
    class: class extends SoundCompute {
      override getConfigSchema(): null {
        throw new Error("broken schema");
      }
    },
  }),
  brokenEntry({
    id: "schema-throws",
    title: "whose schema throws instead of answering",
    violates: "configuration/schema-does-not-throw",
    expected: REFUSED,
    class: answering(() => {
      throw new Error("broken schema");
    }),
  }),
  brokenEntry({
    id: "schema-is-asynchronous",
    title: "whose schema answers with a promise",
    violates: "configuration/schema-is-synchronous",
    expected: REFUSED,
    class: answering(async (input) => ({ success: true, data: input })),
  }),
  brokenEntry({
    id: "schema-answers-nonsense",
    title: "whose schema answers with no result",
    violates: "configuration/has-a-schema-or-null",
    expected: REFUSED,
    class: answering((input) => ({ valid: true, value: input })),
  }),
  brokenEntry({
    id: "schema-makes-no-object",
    title: "whose schema makes a text of the configuration",
    violates: "configuration/schema-makes-an-object",
    expected: REFUSED,
    class: answering((input) => ({ success: true, data: JSON.stringify(input) })),
  }),
  brokenEntry({
    id: "schema-changes-its-input",
    title: "whose schema writes into what it is given",
    violates: "configuration/schema-has-no-side-effects",
    config: { kept: true },
    expected: { step: "none" },
    class: answering((input) => {
      const { kept, seen, ...others } = Object(input) as Readonly<Record<string, unknown>>;
      const [unknown] = Object.keys(others);
      if (unknown !== undefined) return { success: false, error: { issues: [unknownKey(unknown)] } };
      if (typeof input === "object" && input !== null) Object.assign(input, { seen: true });
      return { success: true, data: { kept, seen } };
    }),
  }),
  brokenEntry({
    id: "needs-what-nobody-knows",
    title: "whose schema refuses the configuration that is said to be valid",
    violates: "configuration/accepts-what-is-valid",
    expected: REFUSED,
    class: answering(() => ({ success: false, error: { issues: [{ path: ["url"], message: "is missing" }] } })),
  }),
  brokenEntry({
    id: "accepts-unknown-keys",
    title: "whose schema accepts settings that it does not know",
    violates: "configuration/refuses-unknown-keys",
    config: { treads: 4 },
    expected: { step: "none" },
    class: answering((input) => ({ success: true, data: { ...(input as object) } })),
  }),
  brokenEntry({
    id: "accepts-what-is-invalid",
    title: "whose schema accepts a value that cannot work",
    violates: "configuration/refuses-what-is-invalid",
    invalid: [{ config: { files: [""] }, field: "files.0" }],
    expected: { step: "none" },
    class: Accepting,
  }),
  brokenEntry({
    id: "names-no-field",
    title: "whose schema does not say which field it refuses",
    violates: "configuration/names-the-field",
    invalid: [{ config: { files: [""] }, field: "files.0" }],
    expected: { step: "none" },
    class: answering((input) => {
      const { success } = Object.keys(Object(input) as object).length === 0 ? { success: true } : { success: false };
      return success ? { success, data: {} } : { success, error: { issues: [{ path: [], message: "is wrong" }] } };
    }),
  }),
  brokenEntry({
    id: "schema-quotes-a-secret",
    title: "whose schema says in an issue which secret it was given",
    violates: "configuration/secrets-stay-secret",
    entails: ["configuration/accepts-what-is-valid"],
    config: { token: TEST_SECRET },
    secret: TEST_SECRET,
    expected: REFUSED,
    class: answering((input) => ({
      success: false,
      error: { issues: [{ path: ["token"], message: `bad token ${String(Reflect.get(Object(input), "token"))}` }] },
    })),
  }),
  brokenEntry({
    id: "configure-throws",
    title: "that refuses a configuration which its schema accepts",
    violates: "configuration/accepts-what-its-schema-accepts",
    expected: REFUSED,
    class: class extends Accepting {
      override configure(): void {
        throw new Error("broken configure");
      }
    },
  }),
  brokenEntry({
    id: "configure-is-asynchronous",
    title: "whose configure answers with a promise",
    violates: "configuration/configure-is-synchronous",
    expected: REFUSED,
    class: class extends Accepting {
      // eslint-disable-next-line @typescript-eslint/no-misused-promises -- that it must not be is the point
      override async configure(): Promise<void> {}
    },
  }),
  brokenEntry({
    id: "configure-rejects",
    title: "whose configure answers with a promise that fails",
    violates: "configuration/configure-is-synchronous",
    expected: REFUSED,
    class: class extends Accepting {
      // eslint-disable-next-line @typescript-eslint/no-misused-promises -- that it must not be is the point
      override async configure(): Promise<void> {
        throw new Error("broken configure");
      }
    },
  }),
  brokenEntry({
    id: "configure-changes-its-configuration",
    title: "that writes into its configuration when it is configured",
    violates: "configuration/is-left-alone",
    expected: REFUSED,
    class: class extends Accepting {
      override configure(config: object): void {
        Object.assign(config, { added: true });
      }
    },
  }),
  brokenEntry({
    id: "startup-changes-its-configuration",
    title: "that writes into its configuration when it starts",
    violates: "configuration/is-left-alone",
    expected: { step: "start", code: "FLOE_PLUGIN_STARTUP" },
    class: class extends Accepting {
      override startup(): void {
        Object.assign(this.config as object, { added: true });
      }
    },
  }),
  brokenEntry({
    id: "startup-sorts-its-configuration",
    title: "that sorts a list in its configuration when it starts, which shows only once the configuration is frozen",
    violates: "lifecycle/goes-all-the-way",
    config: { files: ["a", "b"] },
    expected: { step: "start", code: "FLOE_PLUGIN_STARTUP" },
    class: class extends Accepting {
      override startup(): void {
        (this.config as { readonly files: string[] }).files.sort();
      }
    },
  }),
  brokenEntry({
    id: "configure-tells-a-secret",
    title: "whose configure throws an error with a secret in it",
    violates: "configuration/secrets-stay-secret",
    entails: ["configuration/accepts-what-its-schema-accepts"],
    config: { token: TEST_SECRET },
    secret: TEST_SECRET,
    expected: REFUSED,
    class: class extends WithToken {
      override configure(config: unknown): void {
        throw new Error(`cannot use token ${(config as TokenConfig).token.reveal()}`);
      }
    },
  }),
  brokenEntry({
    id: "startup-tells-a-secret",
    title: "whose startup throws an error with a secret in it, in its cause and in a field",
    violates: "configuration/secrets-stay-secret",
    entails: ["startup/does-not-throw"],
    config: { token: TEST_SECRET },
    secret: TEST_SECRET,
    expected: { step: "start", code: "FLOE_PLUGIN_STARTUP" },
    class: class extends WithToken {
      override startup(): void {
        throw this.tell();
      }
    },
  }),
  brokenEntry({
    id: "shutdown-tells-a-secret",
    title: "whose shutdown throws an error with a secret in it, in its cause and in a field",
    violates: "configuration/secrets-stay-secret",
    entails: ["shutdown/does-not-throw"],
    config: { token: TEST_SECRET },
    secret: TEST_SECRET,
    expected: { step: "stop", code: "FLOE_PLUGIN_SHUTDOWN" },
    class: class extends WithToken {
      override shutdown(): void {
        throw this.tell();
      }
    },
  }),
  brokenEntry({
    id: "health-tells-a-secret",
    title: "whose health check throws an error with a secret in it, in its cause and in a field",
    violates: "configuration/secrets-stay-secret",
    entails: ["health/does-not-throw"],
    config: { token: TEST_SECRET },
    secret: TEST_SECRET,
    expected: { step: "check", state: "unhealthy", reason: "threw" },
    class: class extends WithToken {
      override healthCheck(): never {
        throw this.tell();
      }
    },
  }),
]);
