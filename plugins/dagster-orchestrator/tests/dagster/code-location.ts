import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CompiledArtifacts, TransformConfig } from "floe-core";
import { execa } from "execa";
import { configSchema } from "../../src/config-schema.ts";
import { createDocument } from "../../src/definitions/create-document.ts";
import type { DagsterDocument } from "../../src/definitions/dagster-document.ts";
import { writeCodeLocation } from "../../src/files/write-code-location.ts";

/** A code location in a folder of its own, with a home for Dagster beside it. */
export interface CodeLocation {
  readonly folder: string;
  readonly definitions: string;
  readonly document: DagsterDocument;
  /** Runs a program of the environment in the folder; one that fails is a result. */
  run(program: string, ...args: readonly string[]): Promise<{ readonly all: string; readonly stdout: string; readonly exitCode: number | undefined }>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A transform that states nothing but its name and what it depends on. */
export function transform(name: string, dependsOn: readonly string[] = [], other: Partial<TransformConfig> = {}): TransformConfig {
  return { name, sql: `SELECT '${name}' AS name`, materialization: "table", tags: [], dependsOn, meta: {}, compute: null, ...other };
}

/** A compiled product on duckdb. */
export function product(transforms: readonly TransformConfig[], other: Partial<CompiledArtifacts> = {}): CompiledArtifacts {
  const plugins = [{ key: "floe.computes:duckdb", package: "floe-duckdb-compute", version: "0.1.0", config: {} }] as const;
  return { version: "1.0", product: { name: "my-shop", root: "/products/my-shop" }, plugins, transforms, sources: [], hash: "0".repeat(64), ...other };
}

/** Writes a product's code location into a temporary folder, which is removed at the end. */
export async function makeCodeLocation(
  bin: string,
  artifacts: CompiledArtifacts,
  { settings = {}, stepCommand = ["node", "/nowhere/step.js"] }: { readonly settings?: object; readonly stepCommand?: readonly string[] } = {},
): Promise<CodeLocation> {
  const root = await mkdtemp(path.join(tmpdir(), "floe-dagster-"));
  const [folder, home] = [path.join(root, "location"), path.join(root, "home")];
  await mkdir(home);
  await writeFile(path.join(home, "dagster.yaml"), "telemetry:\n  enabled: false\n");
  const config = configSchema.safeParse(settings);
  if (!config.success) throw new Error(JSON.stringify(config.error.issues));
  const document = createDocument({ artifacts, config: config.data, stepCommand });
  const definitions = await writeCodeLocation({ artifacts, document, outputDir: folder });
  const env = { PATH: `${bin}${path.delimiter}${process.env["PATH"] ?? ""}`, HOME: home, DAGSTER_HOME: home, DAGSTER_DISABLE_TELEMETRY: "yes", PYTHONDONTWRITEBYTECODE: "1" };
  return {
    folder,
    definitions,
    document,
    async run(program, ...args) {
      const options = { cwd: folder, reject: false, stdin: "ignore", env, extendEnv: false, timeout: 120_000, all: true } as const;
      const { all, stdout, exitCode } = await execa(path.join(bin, program), args, options);
      return { all, stdout, exitCode };
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
