import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { streamWriter } from "../../../src/pipes/stream-writer.ts";
import { keepingStream } from "../../support/pipes.ts";

describe("streamWriter", () => {
  test("writes at once", async () => {
    const { stream, text } = keepingStream();
    const writer = streamWriter(stream, false);
    await writer.write("a\n");
    expect(text()).toBe("a\n");
    await writer.close();
    expect(text()).toBe("a\n");
  });

  test("keeps everything until the end where it is buffered, and writes it once", async () => {
    const { stream, text } = keepingStream();
    const writer = streamWriter(stream, true);
    await writer.write("a\n");
    await writer.write("b\n");
    expect(text()).toBe("");
    await writer.close();
    await writer.close();
    expect(text()).toBe("a\nb\n");
  });

  test("waits until the line was taken", async () => {
    let take: () => void = () => {};
    const stream = new Writable({ write: (_chunk, _encoding, done) => void (take = done) });
    let isWritten = false;
    const writing = streamWriter(stream, false).write("a\n").then(() => (isWritten = true));
    await Promise.resolve();
    expect(isWritten).toBe(false);
    take();
    await writing;
    expect(isWritten).toBe(true);
  });

  test("rejects when nobody reads any more", async () => {
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(new Error("EPIPE")) });
    stream.on("error", () => {});
    await expect(streamWriter(stream, false).write("a\n")).rejects.toThrow("EPIPE");
  });
});
