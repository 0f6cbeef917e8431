import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../src/document/parse-yaml.ts";
import { objectDocument } from "../../../src/document/platform-document.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { isWholeReference, resolveReferences } from "../../../src/variables/resolve-references.ts";
import type { Environment } from "../../../src/variables/resolve-text.ts";

const env: Environment = { NAME: "flights", EMPTY: "", UNSET: undefined };

function resolve(text: string) {
  const problems = new ProblemList();
  const { value, secrets } = resolveReferences(parseYaml(text, "floe.yaml").document, env, problems);
  return { value, secrets, problems: problems.sorted("floe.yaml") };
}

describe("resolveReferences", () => {
  test("resolveReferences replaces references at any depth and leaves the rest alone", () => {
    const text = "name: ${env:NAME}\nlist: [1, true, null, { a: \"x-${env:NAME}-$${y}\" }]";
    expect(resolve(text)).toEqual({
      value: { name: "flights", list: [1, true, null, { a: "x-flights-${y}" }] },
      secrets: [],
      problems: [],
    });
  });

  test("resolveReferences takes the default for what is unset or empty", () => {
    expect(resolve("[ '${env:EMPTY:-a}', '${env:UNSET:-b}', '${env:NOPE:-}', '${env:NAME:-c}', '${env:EMPTY}' ]").value).toEqual(
      ["a", "b", "", "flights", ""],
    );
  });

  test("resolveReferences reports every variable that is not set, with its place", () => {
    const { value, problems } = resolve("a: ${env:NOPE}\nb:\n  - x${env:UNSET}y${env:toString}");
    expect(value).toEqual({ a: "${env:NOPE}", b: ["x${env:UNSET}y${env:toString}"] });
    expect(problems.map(({ code, line, column, path, found }) => [code, line, column, path, found])).toEqual([
      ["variable_unset", 1, 4, "a", "nothing"],
      ["variable_unset", 3, 5, "b[0]", "nothing"],
      ["variable_unset", 3, 5, "b[0]", "nothing"],
    ]);
    expect(problems[0]?.remedy).toBe("Set NOPE, or state a default: ${env:NOPE:-default}.");
  });

  test("resolveReferences puts a placeholder for each secret and says where they go", () => {
    const { value, secrets, problems } = resolve("password: ${secret:db}\nurls: ['pg://${secret:user}:${secret:db}@h']");
    expect(value).toEqual({ password: "placeholder", urls: ["pg://placeholder:placeholder@h"] });
    expect(secrets).toEqual([
      { key: "db", path: ["password"] },
      { key: "user", path: ["urls", 0] },
      { key: "db", path: ["urls", 0] },
    ]);
    expect(problems).toEqual([]);
  });

  test("resolveReferences mutes entries with secrets: what is wrong with a placeholder says nothing", () => {
    const problems = new ProblemList();
    const { document } = parseYaml("a: ${secret:x}", "floe.yaml");
    resolveReferences(document, env, problems);
    problems.add(document, ["a"], { code: "value_invalid", message: "m", expected: "e", found: "f" });
    expect(problems.isEmpty).toBe(true);
  });

  test("resolveReferences does not mute a file that is one text: it is no platform file whatever the secret is", () => {
    const problems = new ProblemList();
    const { document } = parseYaml(">-\n  ${secret:key}", "floe.yaml");
    expect(resolveReferences(document, env, problems).value).toBe("placeholder");
    problems.add(document, [], { code: "type_invalid", message: "the file is not a mapping", expected: "a mapping", found: "a text" });
    expect(problems.sorted("floe.yaml").map(({ message }) => message)).toEqual(["the file is not a mapping"]);
  });

  test("resolveReferences reports what only looks like a reference", () => {
    expect(resolve("a: ${evn:NAME}").problems).toMatchObject([{ code: "reference_invalid", nearest: "env" }]);
  });

  test("resolveReferences mutes what it could not resolve", () => {
    const problems = new ProblemList();
    const { document } = parseYaml("a: ${env:NOPE}", "floe.yaml");
    resolveReferences(document, env, problems);
    problems.add(document, ["a"], { code: "name_invalid", message: "m", expected: "e", found: "f" });
    expect(problems.sorted(undefined)).toHaveLength(1);
  });

  test("resolveReferences passes objects of a class on as they are", () => {
    const date = new Date(0);
    const bare = Object.assign(Object.create(null) as object, { a: "${env:NAME}" });
    const { value } = resolveReferences(objectDocument({ date, bare }), env, new ProblemList());
    expect(value).toEqual({ date, bare: { a: "flights" } });
  });

  test("resolveReferences reports an object that contains itself", () => {
    const loop: Record<string, unknown> = {};
    loop["again"] = loop;
    const problems = new ProblemList();
    resolveReferences(objectDocument(loop), env, problems);
    expect(problems.sorted(undefined)).toMatchObject([{ code: "value_invalid" }]);
  });
});

describe("isWholeReference", () => {
  test("isWholeReference holds for one reference and nothing else", () => {
    expect(isWholeReference("${env:A}")).toBe(true);
    expect(isWholeReference("${env:A:-4}")).toBe(true);
    for (const other of ["4", "${env:A}0", "${A}", "$${env:A}", "", 4, undefined]) expect(isWholeReference(other)).toBe(false);
  });
});
