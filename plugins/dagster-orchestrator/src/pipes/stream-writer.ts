import type { Writable } from "node:stream";
import type { MessageWriter } from "./message-writer.ts";

/** Writes to a stream: at once, or everything at the end where Dagster wants it so. */
export function streamWriter(stream: Writable, isBuffered: boolean): MessageWriter {
  const kept: string[] = [];
  return {
    includesStdio: false,
    write: async (line) => {
      if (isBuffered) kept.push(line);
      else await written(stream, line);
    },
    close: async () => {
      if (kept.length > 0) await written(stream, kept.splice(0).join(""));
    },
  };
}

/** Resolves when the system has taken the text: whoever waits is no faster than the reader. */
function written(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
