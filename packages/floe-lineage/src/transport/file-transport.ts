import { appendFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { LineageSendError } from "../errors/lineage-send-error.ts";
import type { LineageTransport } from "./lineage-transport.ts";

/**
 * Appends each event to a file as one line of JSON. The file and its folder are made when the first event comes.
 *
 * @param file Absolute.
 */
export function fileTransport(file: string): LineageTransport {
  return {
    target: file,
    send: async (event) => {
      const line = `${JSON.stringify(event)}\n`;
      try {
        await mkdir(path.dirname(file), { recursive: true });
        await appendFile(file, line);
      } catch (error) {
        throw new LineageSendError({ target: file, reason: reasonOf(error), isPassing: false });
      }
    },
  };
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code ?? "the file cannot be written";
}
