import { Writable } from "node:stream";
import { deflateSync } from "node:zlib";
import type { MessageWriter } from "../../src/pipes/message-writer.ts";

/** As Dagster encodes parameters. */
export function encoded(params: unknown): string {
  return deflateSync(Buffer.from(JSON.stringify(params))).toString("base64");
}

/** A context for one asset. */
export const context = { asset_keys: ["daily_orders"], run_id: "run-1" };

/** A stream that keeps what is written to it. */
export function keepingStream(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => chunks.join("") };
}

/** A writer that keeps messages, each as method and parameters. */
export function keepingWriter(overrides: Partial<MessageWriter> = {}) {
  const messages: (readonly [unknown, unknown])[] = [];
  const calls: string[] = [];
  const writer: MessageWriter = {
    includesStdio: false,
    write: async (line) => {
      messages.push(read(line));
    },
    close: async () => {
      calls.push("close");
    },
    ...overrides,
  };
  return { writer, messages, calls };
}

/** The messages of a text, each as method and parameters. */
export function messagesOf(text: string): readonly (readonly [unknown, unknown])[] {
  return text.split("\n").slice(0, -1).map(read);
}

function read(line: string): readonly [unknown, unknown] {
  const message = JSON.parse(line) as Readonly<Record<string, unknown>>;
  return [message["method"], message["params"]];
}
