import { listOf, partsOf, pathOf, type Parts } from "./schema-parts.ts";

/** One issue of a schema, with its whole path. */
export interface FlatIssue {
  readonly parts: Parts;
  readonly path: readonly PropertyKey[];
}

/** Unions inside unions that are looked into. */
const MAX_DEPTH = 10;

/**
 * The issues behind `issue`: for a value that fits no member of a union, those of the member that it was
 * most likely meant to be; otherwise the issue itself.
 *
 * @param base the path of what the schema was applied to.
 */
export function flattenIssue(issue: unknown, base: readonly PropertyKey[] = [], depth = 0): readonly FlatIssue[] {
  const parts = partsOf(issue);
  const path = [...base, ...pathOf(parts.path)];
  const itself = [{ parts, path }];
  if (parts.code !== "invalid_union" || depth === MAX_DEPTH) return itself;
  // Zod 4 counts the paths of a union's issues from the union, zod 3 from the root.
  const branches =
    parts.errors === undefined
      ? listOf(parts.unionErrors).map((error) => flattenAll(listOf(partsOf(error).issues), base, depth))
      : listOf(parts.errors).map((issues) => flattenAll(listOf(issues), path, depth));
  return likeliest(branches, path.length) ?? itself;
}

function flattenAll(issues: readonly unknown[], base: readonly PropertyKey[], depth: number): readonly FlatIssue[] {
  return issues.flatMap((issue) => flattenIssue(issue, base, depth + 1));
}

/**
 * The member that was meant: one whose own type and literals fit, so that its issues lie inside of the
 * value. Undefined unless exactly one member does best.
 */
function likeliest(branches: readonly (readonly FlatIssue[])[], depth: number): readonly FlatIssue[] | undefined {
  const meant = branches.filter((issues) => issues.length > 0 && !issues.some((issue) => isMismatch(issue, depth)));
  const [best, ...others] = meant.sort((a, b) => a.length - b.length);
  return best === undefined || others[0]?.length === best.length ? undefined : best;
}

/** Whether the issue says that another kind of value was meant: a wrong type at the root, or a wrong tag. */
function isMismatch({ parts, path }: FlatIssue, depth: number): boolean {
  const isWrongLiteral = parts.code === "invalid_value" || parts.code === "invalid_literal";
  return isWrongLiteral ? path.length <= depth + 1 : parts.code === "invalid_type" && path.length === depth;
}
