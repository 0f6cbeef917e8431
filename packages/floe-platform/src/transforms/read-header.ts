import type { Materialization } from "floe-core";
import { parseYaml } from "../document/parse-yaml.ts";
import type { PlatformDocument } from "../document/platform-document.ts";
import type { ProblemList } from "../problems/problem-list.ts";
import { ShapeReader } from "../product/shape-reader.ts";
import { findHeader } from "./find-header.ts";
import type { SqlText } from "./sql-text.ts";
import { DEFAULT_SETTINGS, type TransformSettings } from "./transform-settings.ts";

const KEYS = ["materialization", "uniqueKey", "watermark", "tags", "dependsOn", "schema", "meta", "compute"];
const MATERIALIZATIONS: readonly Materialization[] = ["table", "view", "incremental"];
const ROOT = ["floe"];

/** The settings that a transform's header comment states, with the defaults for those it does not. */
export function readHeader(text: SqlText, problems: ProblemList): { settings: TransformSettings; reader: ShapeReader } {
  const { yaml, misplaced } = findHeader(text.sql);
  for (const line of misplaced) {
    problems.addAt(text.locate(line, 1), [], {
      code: "header_invalid",
      message: "this comment looks like a header and is not read as one",
      expected: "one header, -- floe: { ... }, before the first line of SQL",
      found: "something like it",
      remedy: "Write it so at the top of the file, or remove it.",
    });
  }
  const { document, syntaxProblems } = parseYaml(yaml, text.file ?? "");
  const placed: PlatformDocument = {
    ...document,
    locate: (path, part) => {
      const { line, column } = document.locate(path, part);
      return text.locate(line, column);
    },
  };
  for (const { position, message, remedy } of syntaxProblems) {
    problems.addAt(text.locate(position.line, position.column), ROOT, {
      code: "header_invalid",
      message: `the header comment is not valid YAML: ${message}`,
      expected: "-- floe: { materialization: table, ... }",
      found: "something else",
      remedy,
    });
  }
  const reader = new ShapeReader(placed, document.value, problems);
  return { settings: readSettings(reader), reader };
}

function readSettings(reader: ShapeReader): TransformSettings {
  const header = reader.mapping(ROOT, KEYS, "a mapping, for example { materialization: view }");
  if (header === undefined) return DEFAULT_SETTINGS;
  const stated = reader.oneOf([...ROOT, "materialization"], MATERIALIZATIONS);
  const materialization = stated ?? "table";
  const uniqueKey = header["uniqueKey"] === undefined ? undefined : readUniqueKey(reader);
  const watermark = reader.text([...ROOT, "watermark"], "the name of a column");
  // A materialization that could not be read says nothing about the rest.
  if (stated !== undefined || header["materialization"] === undefined) checkIncremental(reader, materialization);
  return {
    materialization,
    uniqueKey,
    watermark,
    tags: reader.texts([...ROOT, "tags"], "a list of tags"),
    dependsOn: reader.texts([...ROOT, "dependsOn"], "a list of transforms"),
    schema: reader.text([...ROOT, "schema"], "the name of a schema"),
    meta: header["meta"] === undefined ? {} : (readMeta(reader) ?? {}),
    compute: reader.text([...ROOT, "compute"], "the name of a compute plugin") ?? null,
  };
}

function readUniqueKey(reader: ShapeReader): readonly string[] | undefined {
  const path = [...ROOT, "uniqueKey"];
  const columns = reader.texts(path, "a list of columns");
  if (Array.isArray(reader.at(path)) && columns.length === 0) {
    reader.report(path, {
      code: "value_invalid",
      message: "uniqueKey names no column",
      expected: "at least one column",
      found: "an empty list",
    });
  }
  return columns;
}

function readMeta(reader: ShapeReader): Readonly<Record<string, unknown>> | undefined {
  const path = [...ROOT, "meta"];
  const value = reader.at(path);
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return reader.mapping(path, keys, "a mapping");
}

/** An incremental transform says by what it grows, in one way; no other transform says so. */
function checkIncremental(reader: ShapeReader, materialization: Materialization): void {
  const stated = ["uniqueKey", "watermark"].filter((key) => reader.at([...ROOT, key]) !== undefined);
  const [first, second] = stated;
  if (materialization === "incremental" && first === undefined) {
    reader.report([...ROOT, "materialization"], {
      code: "header_invalid",
      message: "an incremental transform states neither uniqueKey nor watermark",
      expected: "uniqueKey (replace rows by key) or watermark (append newer rows)",
      found: "neither",
      remedy: "Add uniqueKey: [column] or watermark: column.",
    });
  }
  if (materialization === "incremental" && second !== undefined) {
    reader.report([...ROOT, second], {
      code: "header_invalid",
      message: "an incremental transform states both uniqueKey and watermark",
      expected: "uniqueKey (replace rows by key) or watermark (append newer rows)",
      found: "both",
      remedy: "Keep one of the two.",
    });
  }
  if (materialization !== "incremental" && first !== undefined) {
    reader.report([...ROOT, first], {
      code: "header_invalid",
      message: `${first} is stated for a ${materialization}`,
      expected: `${first} only with materialization: incremental`,
      found: `materialization: ${materialization}`,
      remedy: `Add materialization: incremental, or remove ${first}.`,
    });
  }
}
