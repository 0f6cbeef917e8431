import { parseYaml } from "../../src/document/parse-yaml.ts";
import { ProblemList } from "../../src/problems/problem-list.ts";
import type { PlatformProblem } from "../../src/problems/platform-problem.ts";
import { ShapeReader } from "../../src/product/shape-reader.ts";

/** A reader of this YAML, called floe.yaml. */
export function readerOf(text: string): ShapeReader {
  const { document } = parseYaml(text, "floe.yaml");
  return new ShapeReader(document, document.value, new ProblemList());
}

/** Everything reported so far. */
export function problemsOf(reader: ShapeReader): readonly PlatformProblem[] {
  return reader.problems.sorted("floe.yaml");
}

/** Everything reported so far, in short: `line:column path code`. */
export function briefly(reader: ShapeReader): string[] {
  return problemsOf(reader).map(({ line = 0, column = 0, path, code }) => `${line}:${column} ${path} ${code}`);
}
