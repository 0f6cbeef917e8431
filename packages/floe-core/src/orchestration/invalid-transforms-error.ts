import { PluginError } from "../errors/plugin-error.ts";

/** One thing that keeps a set of transforms from having an order. */
export type TransformProblem =
  | { readonly kind: "duplicate"; readonly name: string }
  | {
      readonly kind: "unknown-dependency";
      readonly name: string;
      readonly dependency: string;
      /** The known name most like it, if one is near. */
      readonly nearest?: string | undefined;
    }
  /** A closed path: each transform depends on the next, and the first is the last. */
  | { readonly kind: "cycle"; readonly path: readonly string[] };

/** Transforms that have no order. Every problem is listed. */
export class InvalidTransformsError extends PluginError {
  readonly problems: readonly TransformProblem[];

  constructor(problems: readonly TransformProblem[]) {
    super("FLOE_ORCHESTRATOR_TRANSFORMS", `Cannot order transforms: ${problems.map(sentence).join("; ")}`, {
      hint: "Give every transform a name of its own and remove or correct the dependencies named here.",
    });
    this.problems = Object.freeze([...problems]);
  }
}

function sentence(problem: TransformProblem): string {
  switch (problem.kind) {
    case "duplicate":
      return `several are named "${problem.name}"`;
    case "unknown-dependency": {
      const nearest = problem.nearest === undefined ? "" : ` (did you mean "${problem.nearest}"?)`;
      return `"${problem.name}" depends on "${problem.dependency}", which is not a transform${nearest}`;
    }
    case "cycle":
      return `they depend on each other: ${problem.path.join(" -> ")}`;
  }
}
