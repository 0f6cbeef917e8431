import type { ConfigSchema, SchemaResult } from "floe-core";
import { SoundCompute } from "./sound-compute.ts";
import { tokenSchema, unknownKey, type TokenConfig } from "./token-schema.ts";

/** Takes a list of files as its configuration, none by default. */
export class Accepting extends SoundCompute {
  override getConfigSchema(): ConfigSchema<{ readonly files: readonly string[] }> {
    return {
      safeParse(input) {
        const { files = [], ...others } = Object(input) as { readonly files?: readonly string[] };
        const unknown = Object.keys(others).map(unknownKey);
        const known = { success: true, data: { files: [...files] } } as const;
        return unknown.length > 0 ? { success: false, error: { issues: unknown } } : known;
      },
    };
  }
}

/** Is configured with a secret. */
export class WithToken extends SoundCompute {
  override getConfigSchema(): ConfigSchema<TokenConfig> {
    return tokenSchema;
  }

  /** An error that gives the secret away in every place an error has for it. */
  tell(): Error {
    const token = (this.config as TokenConfig).token.reveal();
    const cause = new Error(`refused: ${token}`);
    return Object.assign(new Error(`cannot log in with ${token}`, { cause }), { request: { token } });
  }
}

/** A class whose `getConfigSchema` answers with anything. */
export function withSchema(schema: unknown): new () => SoundCompute {
  return class extends SoundCompute {
    override getConfigSchema(): ConfigSchema | null {
      return schema as ConfigSchema | null;
    }
  };
}

/** A class whose schema answers with anything. */
export function answering(safeParse: (input: unknown) => unknown): new () => SoundCompute {
  return withSchema({ safeParse: safeParse as (input: unknown) => SchemaResult<unknown> });
}
