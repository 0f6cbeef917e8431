import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { pluginModule } from "../../../src/temp-project/plugin-module.ts";

test("pluginModule writes an ES module that extends the type's class", () => {
  expect(pluginModule({ type: PluginType.SECRETS, export: "MyPlugin" })).toBe(`import { SecretsPlugin } from "floe-core";

export class MyPlugin extends SecretsPlugin {
  async getSecret() {
    return null;
  }
  async setSecret() {}
  async listSecrets() {
    return [];
  }
}
`);
});

test("pluginModule writes a CommonJS module", () => {
  const text = pluginModule({ type: PluginType.SECRETS, export: "MyPlugin", format: "commonjs" });
  expect(text).toMatch(/^const \{ SecretsPlugin \} = require\("floe-core"\);\n\nclass MyPlugin extends SecretsPlugin \{/);
  expect(text).toMatch(/\n\nmodule\.exports = \{ MyPlugin \};\n$/);
});

test("pluginModule writes default exports", () => {
  expect(pluginModule({ type: PluginType.SECRETS, export: "default" })).toContain("export default class Plugin extends SecretsPlugin {");
  expect(pluginModule({ type: PluginType.SECRETS, export: "default", format: "commonjs" })).toContain("module.exports = Plugin;");
});

test("pluginModule imports what the members of the type use", () => {
  expect(pluginModule({ type: PluginType.COMPUTE, export: "P" })).toMatch(/^import \{ ComputePlugin, resourcePreset \} from/);
});

test("pluginModule puts statements before and after the class, and further members last", () => {
  const text = pluginModule({
    type: PluginType.SECRETS,
    export: "P",
    before: "before();",
    members: "startup() {}",
    after: "after();",
  });
  expect(text).toMatch(/\n\nbefore\(\);\n\nexport class P [\s\S]*\n {2}startup\(\) \{\}\n\}\n\nafter\(\);\n$/);
});
