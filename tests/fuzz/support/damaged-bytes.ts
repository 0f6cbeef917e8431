import fc from "fast-check";

/** Bytes that reading a text may trip over: marks, half characters, ends of files, what closes or opens too much. */
const SNIPPETS = [
  [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x00], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x80, 0xa8], [0x80], [0xf0, 0x9f],
  ..."{ } [ ] \" : , \\ \\u \\ud83d 1e400 -0 null // /* \t \r\n \u007f &a *a <<: !!x".split(" ").map((text) => [...Buffer.from(text)]),
  ...['"__proto__":{"polluted":true},', '"floe":{},', '"constructor":{"prototype":{"polluted":true}},'].map((text) => [...Buffer.from(text)]),
].map((bytes) => Uint8Array.from(bytes));

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 20 })),
  put: fc.oneof(fc.constantFrom(...SNIPPETS), fc.uint8Array({ maxLength: 4 }), fc.constant("twice" as const)),
});

/** `text` in UTF-8, cut, overwritten, repeated and peppered with bytes that do not belong there. */
export function damaged(text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  return fc.tuple(text, fc.array(edit, { minLength: 1, maxLength: 4 })).map(([sound, edits]) => {
    let bytes: Uint8Array = Buffer.from(sound);
    for (const { at, drop, put } of edits) {
      const start = Math.floor(at * bytes.length);
      const inserted = put === "twice" ? bytes.subarray(start, start + 30) : put;
      bytes = Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(start + drop)]);
    }
    return bytes;
  });
}
