import { secret } from "floe-core/config";
import { z } from "zod";
import type { LineageSinkConfig } from "../transport/lineage-sink-config.ts";

const namespace = z.string().min(1).optional().describe("The namespace of jobs and tables; the product's name without it.");

const url = z
  .url({ protocol: /^https?$/, error: "has to be an absolute http or https address" })
  // Whatever is in an address ends up in logs.
  .refine((address) => !/\/\/[^/?#]*@/.test(address), "holds a user or password: leave them out, and give a token")
  .describe("Where to post events; without a path it gets /api/v1/lineage.");

const timeoutMs = z.int().min(1).max(60_000).default(5_000).describe("For one request, in milliseconds.");

/** The `lineage` setting: strict, one shape per type. */
export const lineageSchema: z.ZodType<LineageSinkConfig> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("console"), namespace }),
  z.strictObject({ type: z.literal("file"), path: z.string().min(1).describe("A line of JSON per event."), namespace }),
  z.strictObject({ type: z.literal("http"), url, token: secret(z.string().min(1)).optional(), timeoutMs, namespace }),
]);
