import { z } from "zod";
import { collectSecrets } from "./collect-secrets.ts";
import { redactError } from "./redact-error.ts";
import { isSecret, makeSecret, type Secret } from "./secret-value.ts";

/** A zod schema of a value that must never show. */
export type SecretSchema<Value, Input> = z.ZodType<Secret<Value>, Input | Secret<unknown>>;

/**
 * A zod schema for a value that must never show: it takes what `inner` takes, by default any string, and
 * yields a {@link Secret}, which is `[secret]` in strings, JSON, `console.log` and `inspect`, and whose
 * `reveal()` gives the value. A Secret is taken too, and judged by the value it holds. Issues say which
 * rule was broken, never with what.
 *
 * `inner` has to be synchronous. Put `.optional()` after it: `secret().optional()`. Give a default inside
 * of it: `secret(z.string().default("guest"))`. In JSON Schema (`io: "input"`) it is `inner`'s without a
 * default, marked as `writeOnly` and, for a string, as `format: "password"`.
 *
 * @example
 * ```ts
 * import { secret } from "floe-core/config";
 * import { z } from "zod";
 *
 * const schema = z.strictObject({ token: secret(z.string().min(8)) });
 * const config = schema.parse({ token: "correct horse" });
 * console.log(String(config.token)); // [secret]
 * console.log(config.token.reveal()); // correct horse
 * ```
 */
export function secret(): SecretSchema<string, string>;
export function secret<Value, Input>(inner: z.ZodType<Value, Input>): SecretSchema<Value, Input>;
export function secret(inner: z.ZodType = z.string()): SecretSchema<unknown, unknown> {
  // Not `inner.transform(...)`: issues would leave `inner` before they could be cleaned.
  const outer = inner.safeParse(undefined).success ? z.any().optional() : z.any();
  return outer.transform((input, context) => {
    const value: unknown = isSecret(input) ? input.reveal() : input;
    const result = inner.safeParse(value);
    if (result.success) return makeSecret(result.data);
    const texts = collectSecrets(makeSecret(value));
    for (const issue of result.error.issues) {
      // What the schema says and not the value: it has to stay, also where a secret happens to read the same.
      const { code, path } = issue;
      const clean = redactError(issue, texts) as z.core.$ZodIssue;
      context.issues.push({ ...clean, code, path, input: undefined } as z.core.$ZodRawIssue);
    }
    return z.NEVER;
  }).meta(jsonSchemaOf(inner));
}

function jsonSchemaOf(inner: z.ZodType): Record<string, unknown> {
  // Without the registry: a schema with an id would become a reference to a place that is not there.
  const metadata = z.registry<z.core.GlobalMeta>();
  const { $schema: _, ...described } = z.toJSONSchema(inner, { io: "input", unrepresentable: "any", metadata });
  const { id: __, ...stated } = z.globalRegistry.get(inner) ?? {};
  return { ...described, ...stated, ...(described.type === "string" ? { format: "password" } : {}), writeOnly: true };
}
