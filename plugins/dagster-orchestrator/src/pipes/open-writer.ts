import type { Writable } from "node:stream";
import { reasonOf } from "floe-core";
import { z } from "zod";
import { DagsterPipesError } from "../errors/dagster-pipes-error.ts";
import { openFileWriter } from "./file-writer.ts";
import type { PipesParams } from "./find-bootstrap.ts";
import type { MessageWriter } from "./message-writer.ts";
import { streamWriter } from "./stream-writer.ts";

/** The process's own streams. */
export interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

const stream = z.enum(["stdout", "stderr"]);

const target = z.union([
  z.object({ path: z.string(), include_stdio_in_messages: z.boolean().default(false) }),
  z.object({ stdio: stream }),
  z.object({ buffered_stdio: stream }),
]);

/**
 * Opens what Dagster reads messages from: a file, `{path}`, or a stream of the process, `{stdio}` or `{buffered_stdio}`.
 *
 * @throws DagsterPipesError
 */
export async function openWriter(params: PipesParams, streams: Streams): Promise<MessageWriter> {
  const found = target.safeParse(params);
  if (!found.success) {
    throw new DagsterPipesError({
      noun: "the Pipes messages",
      reason: `Dagster wants them where floe cannot write them, told by ${Object.keys(params).join(", ") || "nothing"}`,
      hint: "Give the Pipes client a PipesTempFileMessageReader, a PipesFileMessageReader or a reader of stdout or stderr.",
    });
  }
  const { data } = found;
  if ("stdio" in data) return streamWriter(streams[data.stdio], false);
  if ("buffered_stdio" in data) return streamWriter(streams[data.buffered_stdio], true);
  try {
    return await openFileWriter(data.path, data.include_stdio_in_messages);
  } catch (cause) {
    throw new DagsterPipesError({
      noun: "the Pipes messages",
      reason: reasonOf(cause),
      hint: "The file has to be writable where the step runs.",
      cause,
    });
  }
}
