import type { LineageTransport } from "./lineage-transport.ts";

/** Hands each event to `write` as one line of JSON, without a line break. */
export function consoleTransport(write: (line: string) => void): LineageTransport {
  return { target: "console", send: async (event) => write(JSON.stringify(event)) };
}
