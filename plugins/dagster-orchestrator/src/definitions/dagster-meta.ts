import { z } from "zod";
import type { RetryConfig } from "../config-schema.ts";

/** An assertion as a transform states it. It states at least one of the last three. */
export interface DagsterCheckMeta {
  readonly name: string;
  readonly description?: string | undefined;
  /** Default: `ERROR`. */
  readonly severity: "WARN" | "ERROR";
  /** Default: false. */
  readonly blocking: boolean;
  readonly minRows?: number | undefined;
  readonly maxRows?: number | undefined;
  readonly columns?: readonly string[] | undefined;
}

/** `meta.dagster` of a transform, with its defaults. */
export interface DagsterMeta {
  readonly group?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly owners: readonly string[];
  readonly description?: string | undefined;
  readonly retry?: RetryConfig | undefined;
  readonly checks: readonly DagsterCheckMeta[];
}

const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

const retry = z.strictObject({
  max: z.int().min(0).max(100),
  delaySeconds: z.number().min(0).max(86_400).default(0),
  backoff: z.enum(["none", "linear", "exponential"]).default("none"),
});

const check = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  severity: z.enum(["WARN", "ERROR"]).default("ERROR"),
  blocking: z.boolean().default(false),
  minRows: count.optional(),
  maxRows: count.optional(),
  columns: z.array(z.string().min(1)).min(1).optional(),
});

const metaSchema = z.strictObject({
  group: z.string().optional(),
  kinds: z.array(z.string()).max(10, "Dagster shows ten at most").optional(),
  tags: z.record(z.string(), z.string()).default({}),
  owners: z.array(z.string()).default([]),
  description: z.string().optional(),
  retry: retry.optional(),
  checks: z.array(check).default([]),
});

/** What a transform may state under `meta.dagster`. Strict: an unknown key is an issue, not ignored. */
export const dagsterMetaSchema: z.ZodType<DagsterMeta> = metaSchema;

/** The keys that may stand at a place of `meta.dagster`, for whoever mistyped one. */
export function metaKeysAt(path: readonly PropertyKey[]): readonly string[] {
  const [member] = path;
  if (member === "checks") return Object.keys(check.shape);
  if (member === "retry") return Object.keys(retry.shape);
  return Object.keys(metaSchema.shape);
}
