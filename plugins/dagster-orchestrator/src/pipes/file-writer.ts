import { open } from "node:fs/promises";
import type { MessageWriter } from "./message-writer.ts";

/** Appends to a file that Dagster reads at the same time. It takes half a line for a whole one, and then reads no more. */
export async function openFileWriter(file: string, includesStdio: boolean): Promise<MessageWriter> {
  const handle = await open(file, "a");
  return {
    includesStdio,
    write: async (line) => {
      const bytes = Buffer.from(line);
      // One call of the system: what comes in parts may be read in parts.
      const { bytesWritten } = await handle.write(bytes);
      if (bytesWritten < bytes.length) throw new Error(`only ${bytesWritten} of ${bytes.length} bytes could be written`);
    },
    close: () => handle.close(),
  };
}
