import path from "node:path";
import { reasonOf } from "floe-core";
import { z } from "zod";
import type { DagsterDocument } from "../definitions/dagster-document.ts";
import { CodeLocationError } from "../errors/code-location-error.ts";
import { readOwnFile } from "./read-own-file.ts";

/** What is asked of a code location that has been written: its name, and what a run of it needs. */
export type WrittenDocument = Pick<DagsterDocument, "location"> & {
  readonly assets: readonly { readonly pool: string | null }[];
  readonly jobs: readonly { readonly name: string }[];
};

const schema: z.ZodType<WrittenDocument> = z.object({
  version: z.literal("1.0"),
  location: z.string(),
  assets: z.array(z.object({ pool: z.string().nullable() })),
  jobs: z.array(z.object({ name: z.string() })),
});

/**
 * Reads `floe.json` of a code location; undefined if there is none.
 *
 * @throws CodeLocationError if it cannot be read, or is something else.
 */
export async function readDocument(folder: string): Promise<WrittenDocument | undefined> {
  const file = path.join(folder, "floe.json");
  const text = await readOwnFile(file);
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause).replaceAll("\n", " ") : reasonOf(cause);
    const hint = `Move it away, and write the code location anew: floe compile --entry-point ${folder}.`;
    throw new CodeLocationError({ verb: "read", file, reason: `it describes no product: ${reason}`, hint, cause });
  }
}
