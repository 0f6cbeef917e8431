import { inspect } from "node:util";
import type { ConfigSchema, SchemaIssue } from "floe-core";

/** The secret that the leaking plugins are configured with. */
export const TEST_SECRET = "correct-horse-battery-staple";

/** What the schema makes of `{ token: "..." }`. */
export interface TokenConfig {
  readonly token: { reveal(): string; toString(): string };
}

const MASK = "[secret]";

/**
 * A schema with one secret. It is written by hand, because `secret()` of floe-core/config needs zod, which those
 * who use these fixtures need not have; the registry recognises a secret by its brand.
 */
export const tokenSchema: ConfigSchema<TokenConfig> = Object.freeze({
  safeParse(input: unknown) {
    const { token, ...others } = Object(input) as Readonly<Record<string, unknown>>;
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) return { success: false, error: { issues: [unknownKey(unknown)] } } as const;
    if (typeof token === "string") return { success: true, data: { token: wrap(token) } } as const;
    const issue = { code: "invalid_type", path: ["token"], message: "expected a text" };
    return { success: false, error: { issues: [issue] } } as const;
  },
});

function wrap(value: string): TokenConfig["token"] {
  return Object.freeze({
    [Symbol.for("floe.secret")]: true,
    [inspect.custom]: () => MASK,
    reveal: () => value,
    toString: () => MASK,
    toJSON: () => MASK,
  });
}

/** What a schema says of a key that it does not know. */
export function unknownKey(key: string): SchemaIssue {
  return { code: "unrecognized_keys", path: [key], message: "there is no such setting" };
}
