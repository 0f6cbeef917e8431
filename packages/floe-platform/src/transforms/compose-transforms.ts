import { nearest, type ComputePlugin, type SourceFile, type TransformConfig } from "floe-core";
import type { ProblemList } from "../problems/problem-list.ts";
import type { TransformDraft } from "./collect-transforms.ts";
import { findDependencies } from "./find-dependencies.ts";
import { findWord } from "./find-word.ts";
import { KnownTables } from "./known-tables.ts";
import { orderTransforms } from "./order-transforms.ts";

/** What composing transforms needs to know besides them. */
export interface TransformSurroundings {
  readonly sources: readonly SourceFile[];
  /** The names of the selected compute plugins; the first is the default. */
  readonly computes: readonly string[];
  /** A compute plugin that is configured; undefined if it could not be. */
  readonly findCompute: (name: string) => ComputePlugin | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The transforms with what they depend on, in dependency order; reports what is in the way. */
export async function composeTransforms(
  drafts: readonly TransformDraft[],
  surroundings: TransformSurroundings,
  problems: ProblemList,
): Promise<readonly TransformConfig[]> {
  const known = new KnownTables(
    drafts.map(({ name, settings }) => ({ name, schema: settings.schema })),
    surroundings.sources,
  );
  const transforms: TransformConfig[] = [];
  for (const draft of drafts) {
    const compute = findCompute(draft, surroundings);
    const dependsOn = await findDependencies(draft, known, compute, problems, surroundings.signal);
    const { name, text, settings } = draft;
    transforms.push({ name, sql: text.sql, ...(text.file === undefined ? {} : { path: text.file }), ...settings, dependsOn });
  }
  const { order, cycles } = orderTransforms(transforms);
  for (const cycle of cycles) reportCycle(cycle, drafts, problems);
  return order;
}

function findCompute(draft: TransformDraft, { computes, findCompute }: TransformSurroundings): ComputePlugin | undefined {
  const stated = draft.settings.compute;
  if (stated !== null && !computes.includes(stated)) {
    draft.header.report(["floe", "compute"], {
      code: "value_invalid",
      message: `${stated} is not a selected compute plugin`,
      expected: computes.length === 0 ? "a compute plugin" : `one of ${computes.join(", ")}`,
      found: stated,
      nearest: nearest(stated, computes),
    });
    return undefined;
  }
  const name = stated ?? computes[0];
  return name === undefined ? undefined : findCompute(name);
}

function reportCycle(cycle: readonly string[], drafts: readonly TransformDraft[], problems: ProblemList): void {
  const draft = drafts.find(({ name }) => name === cycle[0]);
  if (draft === undefined) return;
  const place = findWord(draft.text.sql, cycle[1] ?? "");
  problems.addAt(draft.text.locate(place?.line, place?.column), draft.text.path, {
    code: "dependency_cycle",
    message: `transforms need each other: ${cycle.join(" -> ")}`,
    expected: "dependencies without a circle",
    found: cycle.join(" -> "),
    remedy: "Remove one of the references on the path.",
  });
}
