import { afterEach, expect, test, vi } from "vitest";
import { OutputWatch } from "../../../../src/contract/trial/output-watch.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs `print` in a watch, and says what was kept. */
function printedBy(print: () => void): readonly string[] {
  const watch = new OutputWatch();
  try {
    watch.run(print);
    return watch.printed;
  } finally {
    watch.end();
  }
}

test("OutputWatch keeps what is written to either stream, as text, and answers as a stream with room", () => {
  const answers: boolean[] = [];
  const printed = printedBy(() => {
    answers.push(process.stdout.write("text"), process.stderr.write(Buffer.from("bytes")), process.stdout.write("6869", "hex"));
  });
  expect(printed).toEqual(["text", "bytes", "hi"]);
  expect(answers).toEqual([true, true, true]);
});

test("OutputWatch keeps what goes through the console as it would be printed", () => {
  const printed = printedBy(() => {
    console.log("%d files of %s", 2, "mine");
    console.error({ token: "correct horse" }, Object.create(null));
  });
  expect(printed).toEqual(["2 files of mine", "{ token: 'correct horse' } [Object: null prototype] {}"]);
});

test("OutputWatch calls back after write has returned, as a stream does", async () => {
  const order: string[] = [];
  const written = new Promise<void>((resolve) => {
    printedBy(() => {
      process.stdout.write("text", "utf8", () => {
        order.push("called back");
        resolve();
      });
      order.push("returned");
    });
  });
  await written;
  expect(order).toEqual(["returned", "called back"]);
});

test("OutputWatch keeps what its code sets going, and lets everything else through", async () => {
  const through = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const watch = new OutputWatch();
  const later = watch.run(async () => {
    await Promise.resolve();
    process.stdout.write("kept");
  });
  process.stdout.write("through");
  await later;
  watch.end();
  expect(watch.printed).toEqual(["kept"]);
  expect(through.mock.calls).toEqual([["through"]]);
});

test("OutputWatch puts everything back, and what is printed later goes through", async () => {
  const through = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const [write, log] = [process.stdout.write, console.log];
  const watch = new OutputWatch();
  const later = watch.run(async () => {
    await Promise.resolve();
    process.stdout.write("late");
  });
  watch.end();
  expect([process.stdout.write, console.log]).toEqual([write, log]);
  await later;
  expect(watch.printed).toEqual([]);
  expect(through.mock.calls).toEqual([["late"]]);
});

test.each([["first"], ["second"]])("OutputWatch watches on while another one ends, the %s of two", (which) => {
  const through = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const write = process.stdout.write;
  const [first, second] = [new OutputWatch(), new OutputWatch()];
  const [ended, other] = which === "first" ? [first, second] : [second, first];
  ended.end();
  other.run(() => process.stdout.write("kept"));
  other.end();
  expect(other.printed).toEqual(["kept"]);
  expect(ended.printed).toEqual([]);
  expect(through).not.toHaveBeenCalled();
  expect(process.stdout.write).toBe(write);
});
