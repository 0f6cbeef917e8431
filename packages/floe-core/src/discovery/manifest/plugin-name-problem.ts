import { isPluginName, PLUGIN_NAME_MAX_LENGTH } from "../../plugin-key.ts";
import { showValue } from "../printable.ts";
import type { Problem } from "../problem.ts";

/** What is wrong with `name` as the name of a plugin; undefined if nothing is. */
export function pluginNameProblem(name: string): Problem | undefined {
  if (isPluginName(name)) return undefined;
  return {
    code: "name_invalid",
    expected: `lower-case words joined by "-" or "_", at most ${PLUGIN_NAME_MAX_LENGTH} characters`,
    found: showValue(name),
    remedy: 'Rename it, for example "my-plugin".',
  };
}
