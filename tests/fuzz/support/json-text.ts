import fc from "fast-check";

/*
 * JSON as text and not as values: a text can give a key twice, name `__proto__`, and hold numbers and escapes
 * that no value is written as.
 */

/** Texts that mean something in a package.json, or that reading one badly would trip over. */
const WORDS = [
  "floe", "computes", "dbt", "secrets", "apiVersion", "prefer", "entry", "description", "dependencies", "type", "name", "version",
  "optional", "duckdb", "floe.computes:duckdb", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "toJSON", "",
  "./plugin.js", "./plugin.js#Plugin", "./plugin.js#", "#Plugin", "./missing.js", ".", "..", "../good/plugin.js", "/etc/passwd", "./folder",
  "file:///etc/passwd", "https://example.com/x.js", "node:fs", "C:\\x.js", "\\\\server\\x", "./a\u0000b.js", "./link.js", "1.0", "01.0", "1.0.0", "2.0",
  "999999999999999999.0", "^1.0.0", ">=1 <2 || x", "fuzzed", "@scope/fuzzed", "good",
] as const;

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<string>(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
);

/** A JSON string. `JSON.stringify` escapes half a surrogate pair; raw ones come from the mutations of bytes. */
const textLiteral = word.map((text) => JSON.stringify(text));
const literal = fc.oneof(
  { weight: 5, arbitrary: textLiteral },
  fc.constantFrom("null", "true", "false", "0", "-0", "1", "1e400", "-1e-400", "1.7976931348623157e309", "9".repeat(400), '"\\ud800"', '"\\u0000"'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
);

function objectOf(members: readonly (readonly [string, string])[]): string {
  return `{${members.map(([key, value]) => `${key}:${value}`).join(",")}}`;
}

/** Any JSON value, as text. */
export const anyJson: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    literal,
    fc.array(fc.tuple(textLiteral, tie("value")), { maxLength: 5 }).map(objectOf),
    fc.array(tie("value"), { maxLength: 4 }).map((items) => `[${items.join(",")}]`),
  ),
})).value;

/** Mostly what is right there, else anything. */
function mostly(good: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof({ weight: 7, arbitrary: good }, { weight: 1, arbitrary: anyJson });
}

function constant(...values: readonly unknown[]): fc.Arbitrary<string> {
  return fc.constantFrom(...values.map((value) => JSON.stringify(value)));
}

/** An object of these members, each mostly as it should be, sometimes with more of them, or one of them twice. */
function mostlyObject(members: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<string> {
  const known = Object.entries(members).map(([key, value]) =>
    fc.option(mostly(value), { freq: 5, nil: undefined }).map((text) => (text === undefined ? [] : [[JSON.stringify(key), text] as const])),
  );
  const extra = fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.tuple(textLiteral, anyJson), { minLength: 1, maxLength: 3 }) },
  );
  return fc.tuple(fc.tuple(...known), extra).map(([all, more]) => objectOf([...all.flat(), ...more]));
}

const dependency = fc.oneof(
  constant("duckdb", "floe.computes:duckdb", "good"),
  mostlyObject({ type: constant("floe.computes", "floe.dbt"), name: constant("duckdb", "good"), version: constant("^1.0.0", "1.x", ">1 <2"), optional: constant(true, false) }),
);
const target = constant("./plugin.js#Plugin", "./plugin.js", "./plugin.mjs#default");
const entry = fc.oneof(
  target,
  mostlyObject({
    entry: target,
    description: constant("words", ""),
    apiVersion: constant("1.0", "1.2.3-rc.1+x", "2.0"),
    dependencies: fc.array(mostly(dependency), { maxLength: 4 }).map((items) => `[${items.join(",")}]`),
  }),
);
const group = fc
  .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: constant("duckdb", "other", "x-1") }, textLiteral), mostly(entry)), { maxLength: 4 })
  .map(objectOf);
const packages = fc.array(fc.tuple(fc.oneof(constant("good", "absent"), textLiteral), mostly(constant("^1.0.0", "*"))), { maxLength: 3 }).map(objectOf);

/** A package.json, nearly as it should be. */
export const nearlyManifest: fc.Arbitrary<string> = mostlyObject({
  name: constant("fuzzed", "@scope/fuzzed"),
  version: constant("1.0.0", "0.1.0-rc.1"),
  dependencies: packages,
  optionalDependencies: packages,
  peerDependencies: packages,
  devDependencies: packages,
  floe: mostlyObject({
    apiVersion: constant("1.0", "1.1.0"),
    prefer: fc.array(fc.tuple(constant("floe.computes:duckdb", "floe.dbt:x"), mostly(constant("fuzzed", "good@1.0.0"))), { maxLength: 2 }).map(objectOf),
    computes: group,
    dbt: group,
    secrets: group,
  }),
});

/** Something nested so deeply that reading it by recursion would overflow the stack. */
export const deepJson: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(["[", "]"], ['{"floe":', "}"], ['{"a":', "}"]), fc.integer({ min: 1, max: 20_000 }), fc.boolean())
  .map(([[open = "", close = ""], depth, isClosed]) => open.repeat(depth) + (isClosed ? `1${close.repeat(depth)}` : ""));
