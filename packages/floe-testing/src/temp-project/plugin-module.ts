import type { PluginType } from "floe-core";
import { PLUGIN_SOURCES } from "./plugin-source.ts";

/** What the module of a plugin is written from. */
export interface PluginModuleOptions {
  /** The plugin's entry-point group. */
  readonly type: PluginType;
  /** The exported class; `default` for a default export. */
  readonly export: string;
  /** Default: `esm`. */
  readonly format?: "esm" | "commonjs";
  /** Statements before the class: they run when the module is evaluated. Default: none. */
  readonly before?: string;
  /** Class members after those that the type requires, in place of them where they share a name. Default: none. */
  readonly members?: string;
  /** Statements after the class. Default: none. */
  readonly after?: string;
}

/** The text of a JavaScript module with a working plugin, which imports its base class from floe-core. */
export function pluginModule(options: PluginModuleOptions): string {
  const { before = "", members = "", after = "", format = "esm" } = options;
  const source = PLUGIN_SOURCES[options.type];
  const imported = `{ ${[source.base, ...(usesPresets(source.members) ? ["resourcePreset"] : [])].join(", ")} }`;
  const isDefault = options.export === "default";
  const name = isDefault ? "Plugin" : options.export;
  const declaration = `class ${name} extends ${source.base} {\n${indent([...source.members, members])}}`;
  const isCommonJs = format === "commonjs";
  const parts = [
    isCommonJs ? `const ${imported} = require("floe-core");` : `import ${imported} from "floe-core";`,
    before,
    isCommonJs ? declaration : `export ${isDefault ? "default " : ""}${declaration}`,
    isCommonJs ? `module.exports = ${isDefault ? name : `{ ${name} }`};` : "",
    after,
  ];
  return parts.filter((part) => part !== "").map((part) => `${part}\n`).join("\n");
}

function usesPresets(members: readonly string[]): boolean {
  return members.some((member) => member.includes("resourcePreset"));
}

function indent(members: readonly string[]): string {
  return members.filter((member) => member !== "").map((member) => `  ${member}\n`).join("");
}
