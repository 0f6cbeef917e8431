/** One issue a schema reports; zod's issues fit as they are. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What `safeParse` answers. */
export type SchemaResult<Config> =
  | { readonly success: true; readonly data: Config }
  | { readonly success: false; readonly error: { readonly issues: readonly SchemaIssue[] } };

/**
 * What floe calls of a configuration schema. Any version and any copy of zod fits, as does anything else
 * with such a `safeParse`. It must be synchronous and free of side effects.
 */
export interface ConfigSchema<Config = unknown> {
  safeParse(input: unknown): SchemaResult<Config>;
}

/** A validated configuration: an object, frozen through and through. */
export type PluginConfig = Readonly<Record<string, unknown>>;
