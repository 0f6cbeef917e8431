import { isPluginError, nearest, reasonOf, type ComputePlugin } from "floe-core";
import type { ProblemList } from "../problems/problem-list.ts";
import type { TransformDraft } from "./collect-transforms.ts";
import { findWord } from "./find-word.ts";
import type { KnownTables } from "./known-tables.ts";

/**
 * The transforms that one transform reads or names in `dependsOn`, sorted. The SQL is read by the engine's
 * own parser; what that refuses is reported, and so are names that nothing has.
 *
 * @param compute The engine that runs the transform; undefined if it could not be made ready.
 */
export async function findDependencies(
  draft: TransformDraft,
  known: KnownTables,
  compute: ComputePlugin | undefined,
  problems: ProblemList,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const names = new Set<string>(statedDependencies(draft, known));
  for (const table of await readTables(draft, compute, problems, signal)) {
    const meaning = known.meaningOf(table);
    if (meaning.kind === "slip") reportSlip(draft, table, meaning.nearest, problems);
    // An incremental transform may look at what it holds already.
    else if (meaning.kind === "transform" && !(meaning.name === draft.name && isIncremental(draft))) names.add(meaning.name);
  }
  return [...names].sort();
}

async function readTables(
  { name, text }: TransformDraft,
  compute: ComputePlugin | undefined,
  problems: ProblemList,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  try {
    return (await compute?.getReferencedTables?.(text.sql, { signal })) ?? [];
  } catch (error) {
    signal?.throwIfAborted();
    problems.addAt(text.locate(numberIn(error, "line") ?? 1, numberIn(error, "column") ?? 1), text.path, {
      code: "sql_invalid",
      message: `the SQL of ${name} is refused: ${reasonOf(error)}`,
      expected: `one SELECT that ${compute?.name ?? "the engine"} can read`,
      found: "something else",
      remedy: (isPluginError(error) && error.hint) || "Correct the statement.",
    });
    return [];
  }
}

function statedDependencies({ settings, header }: TransformDraft, known: KnownTables): string[] {
  return settings.dependsOn.flatMap((stated, index) => {
    const name = known.findTransform(stated);
    if (name !== undefined) return name;
    header.report(["floe", "dependsOn", index], {
      code: "dependency_unknown",
      message: `dependsOn names ${stated}, which is no transform`,
      expected: "the name of a transform",
      found: stated,
      nearest: nearest(stated, known.transformNames),
      remedy: undefined,
    });
    return [];
  });
}

function reportSlip({ name, text }: TransformDraft, table: string, near: string, problems: ProblemList): void {
  const place = findWord(text.sql, table);
  problems.addAt(text.locate(place?.line, place?.column), text.path, {
    code: "table_unknown",
    message: `${name} reads ${table}, which is neither a transform nor a source`,
    expected: "a transform, a source, or a table of the database with its schema",
    found: table,
    nearest: near,
    remedy: `Did you mean "${near}"? A table of the database that is really called so is written with its schema: main.${table}.`,
  });
}

function isIncremental({ settings }: TransformDraft): boolean {
  return settings.materialization === "incremental";
}

function numberIn(error: unknown, member: string): number | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const value: unknown = Reflect.get(error, member);
  return typeof value === "number" ? value : undefined;
}
