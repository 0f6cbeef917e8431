import type { ConfigSchema } from "floe-core";
import { secret, type Secret } from "floe-core/config";
import type { LineageSinkConfig } from "floe-lineage";
import { lineageSchema } from "floe-lineage/config";
import { z } from "zod";

/** How often a failed step is tried again, and when. */
export interface RetryConfig {
  /** Tries after the first, from 0 to 100. */
  readonly max: number;
  readonly delaySeconds: number;
  /** How the delay grows from one try to the next. */
  readonly backoff: "none" | "linear" | "exponential";
}

/** Where the steps of a run live. */
export interface ExecutorConfig {
  /** Processes beside the run's own, that process itself, or a Kubernetes Job each (which needs `dagster-k8s`). */
  readonly type: "multiprocess" | "in_process" | "k8s_job";
  /** The executor's own settings, in Dagster's words: `max_concurrent`, for one. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** The settings of the Dagster orchestrator. Every one has a default that fits a `dagster dev` on this machine. */
export interface DagsterOrchestratorConfig {
  /** The webserver, without `/graphql`. Default: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Sent as `Authorization: Bearer …`, for a proxy in front of the webserver. Default: none. */
  readonly token?: Secret | undefined;
  /** The name of the code location. Default: the product's name. */
  readonly location?: string | undefined;
  /** Where the code location lives, relative to the platform file; null if Dagster has a copy of its own. */
  readonly workingDirectory: string | null;
  /** How Node is started for a step, before the script. Default: `["node"]`. */
  readonly nodeCommand: readonly string[];
  /** Where the steps of a run live. Default: processes of one machine, as many as it has cores. */
  readonly executor: ExecutorConfig;
  /** Tags of every run, for Dagster's run queue. */
  readonly runTags: Readonly<Record<string, string>>;
  /** Between two looks at a run, in milliseconds. */
  readonly pollIntervalMs: number;
  /** For one request, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** How long a code location may take to load, in milliseconds. */
  readonly loadTimeoutMs: number;
  /** How long a run may take, the queue included, in milliseconds; then it is cancelled. Default: no limit. */
  readonly runTimeoutMs?: number | undefined;
  /** How long the webserver may be away while a run is followed, in milliseconds. */
  readonly outageTimeoutMs: number;
  /** How long a cancelled run may take to end, in milliseconds. */
  readonly cancelTimeoutMs: number;
  /** For steps whose transform states none of its own. */
  readonly retries: RetryConfig;
  /** What a schedule is until somebody starts or stops it in Dagster. */
  readonly scheduleStatus: "stopped" | "running";
  /** What `getHelmValues` needs to know of the product's image. */
  readonly helm: HelmConfig;
  /** Where OpenLineage events go besides the selected lineage backends. Default: nowhere. */
  readonly lineage?: LineageSinkConfig | undefined;
}

/** The image of the product's code location, with Python, Dagster, Node and the product in it. */
export interface HelmConfig {
  readonly image: { readonly repository: string; readonly tag: string; readonly pullPolicy: "Always" | "IfNotPresent" | "Never" };
  /** Of the code location's gRPC server. */
  readonly port: number;
  /** Where the code location lives in the image. */
  readonly directory: string;
  /** Names of Kubernetes secrets that become environment variables of the code location and of its runs. */
  readonly envSecrets: readonly string[];
}

const url = z
  .url({ protocol: /^https?$/, error: "has to be an absolute http or https address" })
  // Whatever is in an address ends up in logs.
  .refine((address) => !/\/\/[^/?#]*@/.test(address), "holds a user or password: leave them out, and give a token");

const milliseconds = (least: number, most: number): z.ZodInt => z.int().min(least).max(most);

const retries = z.strictObject({
  max: z.int().min(0).max(100).default(0).describe("Tries after the first."),
  delaySeconds: z.number().min(0).max(86_400).default(0).describe("Before the next try."),
  backoff: z.enum(["none", "linear", "exponential"]).default("none").describe("How the delay grows."),
});

const executor = z.strictObject({
  type: z.enum(["multiprocess", "in_process", "k8s_job"]).default("multiprocess"),
  config: z.record(z.string().min(1), z.json()).default({}).describe("The executor's own settings, in Dagster's words."),
});

const image = z.strictObject({
  repository: z.string().min(1).default("floe-product"),
  tag: z.string().min(1).default("latest"),
  pullPolicy: z.enum(["Always", "IfNotPresent", "Never"]).default("IfNotPresent"),
});

const helm = z.strictObject({
  image: image.prefault({}).describe("The image of the code location: Python, Dagster, Node and the product."),
  port: z.int().min(1).max(65_535).default(3030).describe("Of the code location's gRPC server."),
  directory: z.string().regex(/^\//, "has to be absolute").default("/product/.floe/dagster").describe("Of the code location, in the image."),
  envSecrets: z.array(z.string().min(1)).default([]).describe("Kubernetes secrets that become environment variables."),
});

/** Strict: an unknown key is an issue, not ignored. */
export const configSchema: ConfigSchema<DagsterOrchestratorConfig> = z.strictObject({
  url: url.default("http://127.0.0.1:3000").describe("The webserver, without /graphql."),
  token: secret(z.string().min(1)).optional().describe("Sent as Authorization: Bearer."),
  location: z.string().min(1).optional().describe("The code location; the product's name without it."),
  workingDirectory: z.string().min(1).nullable().default(".floe/dagster").describe("Where the code location lives; null if Dagster has a copy of its own."),
  nodeCommand: z.array(z.string().min(1)).min(1).default(["node"]).describe("How Node is started for a step."),
  executor: executor.prefault({}).describe("Where the steps of a run live."),
  runTags: z.record(z.string().min(1), z.string()).default({}).describe("Tags of every run, for Dagster's run queue."),
  pollIntervalMs: milliseconds(50, 60_000).default(500).describe("Between two looks at a run."),
  requestTimeoutMs: milliseconds(100, 600_000).default(10_000).describe("For one request."),
  loadTimeoutMs: milliseconds(1_000, 3_600_000).default(180_000).describe("How long a code location may take to load."),
  runTimeoutMs: milliseconds(1_000, 2_147_483_647).optional().describe("How long a run may take; then it is cancelled."),
  outageTimeoutMs: milliseconds(0, 86_400_000).default(60_000).describe("How long the webserver may be away during a run."),
  cancelTimeoutMs: milliseconds(1_000, 3_600_000).default(60_000).describe("How long a cancelled run may take to end."),
  retries: retries.prefault({}).describe("For steps whose transform states none of its own."),
  scheduleStatus: z.enum(["stopped", "running"]).default("stopped").describe("What a schedule is until somebody starts or stops it in Dagster."),
  helm: helm.prefault({}).describe("What getHelmValues needs to know."),
  lineage: lineageSchema.optional().describe("Where OpenLineage events go besides the selected lineage backends."),
});
