import { rm } from "node:fs/promises";
import path from "node:path";
import { floe, type RunDocument } from "../../platform/support/floe.ts";
import { writeProduct, type Product } from "../../platform/support/product.ts";
import { startDagster, type DagsterServer, type DagsterServerOptions } from "./dagster-server.ts";

/** A product whose code location a real Dagster serves, as somebody would set it up by hand. */
export interface ServedProduct extends Product, AsyncDisposable {
  readonly server: DagsterServer;
  /** What `generateEntryPointCode` has written. */
  readonly codeLocation: string;
  /** Runs, queues and pools: asks Dagster itself. */
  graphql(query: string, variables?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** How a `floe … --json` ended, and what it printed. */
export interface FloeEnd<Document> {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly document: Document;
}

/** The orchestrator of a platform file: Dagster at `url`, with more settings behind. */
export function onDagster(url: string, ...settings: readonly string[]): string {
  return `{ type: dagster, config: { ${[`url: "${url}"`, "pollIntervalMs: 100", ...settings].join(", ")} } }`;
}

/** A platform file, with secrets from a file if `secrets` names one. */
export function platformFile(orchestrator: string, { database = "./product.duckdb", secrets }: { readonly database?: string; readonly secrets?: string } = {}): string {
  return `name: product
plugins:
  compute: { type: duckdb, config: { path: "${database}", threads: 2, memoryLimit: 1GB } }
  orchestrator: ${orchestrator}
${secrets === undefined ? "" : `  secrets: { type: env, config: { files: ["${secrets}"] } }\n`}sources: [{ name: source, path: ./rows.csv }]
transforms: ./models
`;
}

/** What a product on Dagster has installed. */
export const MANIFEST: string = JSON.stringify({
  name: "product",
  private: true,
  dependencies: { "floe-dagster-orchestrator": "*", "floe-duckdb-compute": "*", "floe-env-secrets": "*", "floe-local-orchestrator": "*" },
});

/** A second between two looks of the daemon at its queue. */
const DAGSTER_YAML = `
run_coordinator:
  module: dagster.core.run_coordinator
  class: QueuedRunCoordinator
  config: { dequeue_interval_seconds: 1 }
`;

/** Writes the product's code location with the command for it, and starts a Dagster on that. */
export async function serveProduct(
  files: Readonly<Record<string, string>>,
  options: Pick<DagsterServerOptions, "python" | "daemon">,
): Promise<ServedProduct> {
  const product = await writeProduct({ "package.json": MANIFEST, "floe.yaml": platformFile(onDagster("http://127.0.0.1:1")), ...files });
  const { root } = product;
  const codeLocation = path.join(root, ".floe/dagster");
  const workspace = path.join(codeLocation, "workspace.yaml");
  let server: DagsterServer | undefined;
  const end = async (): Promise<void> => {
    await server?.stop();
    await rm(root, { recursive: true, force: true });
  };
  try {
    const { exitCode, stderr } = await floe(root, "compile", "--entry-point", ".floe/dagster");
    if (exitCode !== 0) throw new Error(`floe compile ended with ${exitCode ?? "a signal"}: ${stderr}`);
    const started = await startDagster({ folder: root, workspace, dagsterYaml: DAGSTER_YAML, ...options });
    server = started;
    await product.write({ "floe.yaml": platformFile(onDagster(started.url)) });
    const graphql = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${started.url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
      return ((await response.json()) as { readonly data: unknown }).data;
    };
    return { ...product, server: started, codeLocation, graphql, [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** What a command prints with `--json` that could not give its result. */
export interface ErrorDocument {
  readonly ok: boolean;
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}

/** Waits for a `floe … --json`, and reads what it printed. */
export async function documentOf<Document = RunDocument>(started: ReturnType<typeof floe>): Promise<FloeEnd<Document>> {
  const { exitCode, stdout, stderr } = await started;
  try {
    return { exitCode, stdout, stderr, document: JSON.parse(stdout) as Document };
  } catch {
    throw new Error(`floe ended with ${exitCode ?? "a signal"} and printed no JSON: ${stdout}\n${stderr}`);
  }
}
