import type { ExplainedConfiguration } from "../explain/describe-configuration.ts";
import type { ColorTheme } from "../output/color-theme.ts";
import { configurationRows } from "./configuration-rows.ts";
import { renderTable } from "./render-table.ts";

/** What a plugin takes for configuration: a table of its settings, or a sentence. */
export function renderConfiguration(configuration: ExplainedConfiguration, theme: ColorTheme): string {
  switch (configuration.kind) {
    case "none":
      return "It takes no configuration.";
    case "unknown":
      return `Its configuration cannot be shown: ${configuration.reason}`;
    case "schema": {
      const rows = configurationRows(configuration.schema);
      if (rows.length === 0) return "Its configuration has no settings.";
      return renderTable(
        [{ title: "SETTING" }, { title: "TYPE" }, { title: "DEFAULT" }, { title: "DESCRIPTION" }],
        rows.map((row) => [row.key, row.type, row.isRequired ? theme.yellow("(required)") : row.default, row.description]),
        theme,
      );
    }
  }
}
