import { isPluginError, reasonOf } from "floe-core";
import { parseIssuePath, type DocumentPath } from "../document/document-path.ts";
import type { PluginSelection } from "../product/read-plugins.ts";
import type { ShapeReader } from "../product/shape-reader.ts";
import { configIssues } from "./config-issues.ts";

/** Reports why a plugin refused its configuration, each issue at its place. */
export function reportConfigRefusal(
  { config, configPath, name }: Pick<PluginSelection, "config" | "configPath" | "name">,
  error: unknown,
  reader: ShapeReader,
): void {
  const issues = configIssues(error);
  for (const issue of issues) {
    const inner = parseIssuePath(issue.path, config);
    const path: DocumentPath = [...configPath, ...inner];
    // A key that is there and unknown is wrong itself; everything else is about a value.
    const isUnknownKey = issue.rule === "unrecognized_keys";
    reader.problems.add(
      reader.document,
      path,
      {
        code: "plugin_config_invalid",
        message: `${inner.length === 0 ? `the configuration of ${name}` : issue.path}: ${issue.message}`,
        expected: issue.expected,
        found: issue.received,
        nearest: issue.nearest,
        ...(issue.nearest === undefined ? { remedy: `${name} expects ${issue.expected} here.` } : {}),
      },
      isUnknownKey ? "key" : "value",
    );
  }
  if (issues.length > 0) return;
  reader.report(configPath, {
    code: "plugin_config_invalid",
    message: reasonOf(error),
    expected: `a configuration that ${name} accepts`,
    found: "one that it refuses",
    remedy: (isPluginError(error) && error.hint) || `See the documentation of ${name}.`,
  });
}
