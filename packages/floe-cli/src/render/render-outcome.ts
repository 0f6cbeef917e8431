import type { DependencyOutcome } from "../graph/dependency-outcomes.ts";
import type { ColorTheme } from "../output/color-theme.ts";

/** What a plugin states that it needs and what became of that, as one line. */
export function renderOutcome(
  { dependency, range, optional, status, found, nearest }: Omit<DependencyOutcome, "plugins">,
  plugins: readonly string[],
  theme: ColorTheme,
): string {
  const [only] = plugins;
  const meaning = plugins.length === 1 && only !== dependency ? ` = ${only}` : "";
  const stated = `${dependency}${range === null ? "" : ` ${range}`}${meaning}${optional ? theme.dim(" (optional)") : ""}`;
  switch (status) {
    case "ready":
      return stated;
    case "missing": {
      const hint = nearest === null ? "" : `, did you mean "${nearest}"?`;
      return `${stated}: ${optional ? theme.dim("not there") : theme.red("missing")}${hint}`;
    }
    case "ambiguous":
      return `${stated}: ${theme.red("ambiguous")}, it may be ${plugins.join(" or ")}`;
    case "version_conflict":
      return `${stated}: ${theme.red("version conflict")}, ${found ?? "an unknown version"} is there`;
    case "cycle":
      return `${stated}: ${theme.red("in a cycle")}`;
    case "blocked":
      return `${stated}: ${theme.yellow("cannot start")}`;
  }
}
