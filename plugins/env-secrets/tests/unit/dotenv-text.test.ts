import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findStrayLine, parseVariables, setVariable } from "../../src/dotenv-text.ts";

/** Text made of what dotenv files treat specially, and of anything else. */
const awkward = fc.string({
  unit: fc.oneof(
    fc.constantFrom("'", '"', "`", "#", "\n", "\r", "\\", "$", "=", " ", "\\n", "\\r", "$&", "export ", "A", "\u2028", "\uFEFF", "\0"),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

describe("parseVariables", () => {
  test("reads as dotenv does: quotes, comments, export, several lines; the last of equal names counts", () => {
    const text = "A=1 # one\nexport B='#2'\n# C=3\nD=\"x\\ny\"\nE='x\ny'\nA=4\nF=\n";
    expect(Object.fromEntries(parseVariables(text))).toEqual({ A: "4", B: "#2", D: "x\ny", E: "x\ny", F: "" });
  });

  test("has no variable that the file does not name", () => {
    expect([...parseVariables("__proto__=x\nconstructor=y\n")]).toEqual([["constructor", "y"]]);
  });
});

describe("findStrayLine", () => {
  test.each([
    ["", undefined],
    ["A=1\n\n  # note\nB: 2\nexport C=3\n", undefined],
    ["A='1\nnot stray\n'\r\nB=\r\n", undefined],
    ["\uFEFFA=1\n", undefined],
    ["A=1\nhunter2\n", 2],
    ["hunter2", 1],
    ["A='1\n2' x\nB=3", 2],
    ["A='1\n\n2'\n\nB 3\n", 5],
  ])("in %j is %j", (text, line) => {
    expect(findStrayLine(text)).toBe(line);
  });
});

describe("setVariable", () => {
  const text = "# top\nA=old # why\n\nexport B: 'x\ny'\n  C=\nD=4";

  test.each([
    ["A", "# top\nA='new' # why\n\nexport B: 'x\ny'\n  C=\nD=4"],
    ["B", "# top\nA=old # why\n\nexport B: 'new'\n  C=\nD=4"],
    ["C", "# top\nA=old # why\n\nexport B: 'x\ny'\n  C='new'\nD=4"],
    ["D", "# top\nA=old # why\n\nexport B: 'x\ny'\n  C=\nD='new'"],
    ["E", `${text}\nE='new'\n`],
  ])("sets %s and changes nothing else", (name, expected) => {
    expect(setVariable(text, name, "new")?.toString()).toBe(expected);
  });

  test("begins an empty file, and leaves no older value of a name behind", () => {
    expect(setVariable("", "A", "1")?.toString()).toBe("A='1'\n");
    expect(setVariable("A=1\nA=2\n", "A", "3")?.toString()).toBe("A='3'\nA='3'\n");
  });

  test("keeps a byte order mark and Windows line ends", () => {
    expect(setVariable("\uFEFFA=1\r\nB=2\r\n", "A", "3")?.toString()).toBe("\uFEFFA='3'\r\nB=2\r\n");
  });

  test("does not touch what only looks like the name inside a value or a comment", () => {
    const tricky = "X='\nA=1\n'\n#A=2\nAA=3\n";
    expect(setVariable(tricky, "A", "4")?.toString()).toBe(`${tricky}A='4'\n`);
  });

  test.each([
    ["it's", "A=`it's`\n"],
    ["`it's`", "A=\"`it's`\"\n"],
    ["a\r\nb", 'A="a\\r\nb"\n'],
    ["$& #\\n", "A='$& #\\n'\n"],
    ["", "A=''\n"],
    ["C:\\data\\", "A=C:\\data\\\n"],
    ["it's \"`x`\"", "A=it's \"`x`\"\n"],
  ])("quotes %j as %j, which keeps it", (value, expected) => {
    expect(setVariable("", "A", value)?.toString()).toBe(expected);
  });

  test.each(["'\"`", "'\"`#", "\r\\n", "a\nb\\", "\uD800"])("is undefined for %j, which no quoting keeps", (value) => {
    expect(setVariable("", "A", value)).toBeUndefined();
  });

  test("is undefined where the rest of the file would be read differently", () => {
    expect(setVariable("A='open\\'\n", "B", "one'\ntwo")).toBeUndefined();
  });

  test("sets every value without backslashes and carriage returns that leaves one kind of quotes free", () => {
    const plain = awkward.filter((value) => !/[\r\\]|\p{Surrogate}/u.test(value) && !["'", "`", '"'].every((quote) => value.includes(quote)));
    fc.assert(
      fc.property(plain, (value) => {
        const content = setVariable("", "A", value);
        expect(content && parseVariables(content).get("A")).toBe(value);
      }),
    );
  });

  test("sets exactly the value or is undefined, and keeps all other variables, whatever the file and the value", () => {
    fc.assert(
      fc.property(awkward, fc.array(fc.tuple(fc.constantFrom("A", "B", "C"), awkward)), awkward, (noise, lines, value) => {
        const before = `${noise}\n${lines.map(([name, old]) => `${name}=${old}`).join("\n")}`;
        const content = setVariable(before, "B", value);
        fc.pre(content !== undefined);
        expect(parseVariables(content)).toEqual(new Map(parseVariables(before)).set("B", value));
      }),
    );
  });
});
