import { nearest } from "../../text/nearest.ts";
import { printable, showValue } from "../printable.ts";
import type { Problem } from "../problem.ts";

/** The problem of something under a group that the registry does not know. */
export function unknownGroupProblem(group: string, groups: readonly string[]): Problem {
  const near = nearest(group, groups);
  return {
    code: "group_unknown",
    expected: "a known entry-point group",
    found: showValue(group),
    reason: `the entry-point group "${printable(group)}" is unknown`,
    remedy:
      near === undefined
        ? "Use one of the known groups, or give the registry the plugin type in its `types` option."
        : `Did you mean "${near}"? A group of the platform's own goes into the registry's \`types\` option.`,
  };
}

/** The problem of a known group whose value is no object. */
export function invalidGroupProblem(found: unknown): Problem {
  return {
    code: "group_invalid",
    expected: "an object of plugin names and entries",
    found: showValue(found),
    remedy: 'Write { "<plugin name>": "./dist/plugin.js#MyPlugin" }.',
  };
}
