import { readFile } from "node:fs/promises";
import { reasonOf } from "floe-core";
import { z } from "zod";
import { DagsterPipesError } from "../errors/dagster-pipes-error.ts";
import type { PipesParams } from "./find-bootstrap.ts";

/** What of the context is used here. */
export interface PipesContextData {
  /** The keys of the assets that the step is to make; null for a step without assets. */
  readonly asset_keys: readonly string[] | null;
  readonly run_id: string;
}

const contextData: z.ZodType<PipesContextData> = z.object({ asset_keys: z.array(z.string()).nullable(), run_id: z.string() });

const place = z.union([z.object({ path: z.string() }), z.object({ data: z.unknown() })]);

/**
 * Reads the context where Dagster left it: in a file, `{path}`, or in the parameters themselves, `{data}`.
 *
 * @throws DagsterPipesError
 */
export async function loadContext(params: PipesParams): Promise<PipesContextData> {
  const found = place.safeParse(params);
  if (!found.success) {
    throw new DagsterPipesError({
      noun: "the Pipes context",
      reason: `Dagster keeps it where floe cannot read it, told by ${Object.keys(params).join(", ") || "nothing"}`,
      hint: "Give the Pipes client a PipesTempFileContextInjector, a PipesFileContextInjector or a PipesEnvContextInjector.",
    });
  }
  try {
    const data: unknown = "path" in found.data ? JSON.parse(await readFile(found.data.path, "utf8")) : found.data.data;
    return contextData.parse(data);
  } catch (cause) {
    throw new DagsterPipesError({
      noun: "the Pipes context",
      reason: cause instanceof z.ZodError ? z.prettifyError(cause) : reasonOf(cause),
      hint: "The file has to be readable where the step runs, and to hold the context of this run.",
      cause,
    });
  }
}
