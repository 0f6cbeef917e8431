import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

/** A package on disk: its package.json without the name, and its modules. */
export interface PackageFiles {
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Path to text. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * An application with packages in its node_modules; answers its folder, links resolved.
 *
 * @param application Its package.json: the dependencies that it states, a `floe` block.
 */
export function packageTree(
  application: Readonly<Record<string, unknown>>,
  packages: Readonly<Record<string, PackageFiles>>,
  files: Readonly<Record<string, string>> = {},
): string {
  const root = realpathSync(temporaryFolder());
  write(root, { "package.json": JSON.stringify({ name: "app", version: "1.0.0", ...application }), ...files });
  for (const [name, { manifest, files: own = {} }] of Object.entries(packages)) {
    const text = JSON.stringify({ name, version: "1.2.3", type: "module", ...manifest });
    write(path.join(root, "node_modules", name), { "package.json": text, ...own });
  }
  return root;
}

/** Dependencies on these packages, in whatever version. */
export function anyVersion(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, "*"]));
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/**
 * A module whose `Plugin` is a secrets plugin that needs no floe-core beside it.
 *
 * @param schema What its `getConfigSchema` returns, as JavaScript.
 */
export function secretsModule(name: string, schema = "null"): string {
  return `
class Base {}
Object.defineProperty(Base.prototype, Symbol.for("floe.plugin"), { value: { group: "floe.secrets" } });
export class Plugin extends Base {
  name = ${JSON.stringify(name)};
  version = "1.2.3";
  floeApiVersion = "1.0";
  description = "";
  dependencies = [];
  getConfigSchema() {
    return ${schema};
  }
  async getSecret() {
    return null;
  }
  async setSecret() {}
  async listSecrets() {
    return [];
  }
}
`;
}

/** A package that brings one secrets plugin. @param floe More of its floe block. */
export function secretsPackage(name: string, text: string = secretsModule(name), floe: object = {}): PackageFiles {
  return { manifest: { floe: { apiVersion: "1.0", secrets: { [name]: "./plugin.js#Plugin" }, ...floe } }, files: { "plugin.js": text } };
}
