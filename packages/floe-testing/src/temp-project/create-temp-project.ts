import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { copyFloeCore } from "./floe-core-copy.ts";
import { placePackages, type TempLayout } from "./layouts/temp-layout.ts";
import { manifestText } from "./manifest-text.ts";
import { planPackages, type PlannedPackages } from "./package-graph.ts";
import { writeTempFile, type TempFile } from "./temp-file.ts";
import type { FloeCoreInstall, TempPackage } from "./temp-package.ts";

/** What a temporary project is made of. Every option has a default; without any it is an empty application. */
export interface TempProjectOptions {
  /** Default: `npm-flat`. */
  readonly layout?: TempLayout;
  /** The application's name. Default: `temp-app`. */
  readonly name?: string;
  /** The application's own `floe` block: `prefer`, or plugins of its own. Default: none. */
  readonly floe?: unknown;
  /** More fields of the application's package.json, in place of what would be written. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** The application's files: relative path to what stands there. */
  readonly files?: Readonly<Record<string, TempFile>>;
  /** The packages, by name. Default: none. */
  readonly packages?: Readonly<Record<string, TempPackage>>;
  /** How the application comes by floe-core. Default: `shared`. */
  readonly floeCore?: FloeCoreInstall;
}

/** An application on disk. Dispose of it, or call `remove`, when the test is done. */
export interface TempProject extends Disposable {
  /** The application's folder, absolute, links resolved: the `cwd` of a registry. */
  readonly path: string;
  /** The folder that holds everything; in a workspace it is above `path`. */
  readonly root: string;
  /** The real folder of a package, by its key; of several copies the one nearest to the application. */
  packagePath(key: string): string;
  /**
   * Writes a file, or whatever else a {@link TempFile} is, and returns its absolute path.
   *
   * @param path relative to the application's folder, or absolute inside the project.
   * @throws RangeError if it leads out of the project.
   */
  write(path: string, file: TempFile): string;
  /** Removes everything. Safe twice. */
  remove(): void;
}

/**
 * Writes an application to a fresh folder, laid out as a package manager would, without running one. It is
 * synchronous: a few small files are written at once.
 *
 * @throws RangeError for a table that does not fit together. Nothing is left on disk then.
 * @example
 * ```ts
 * import { PluginRegistry } from "floe-core";
 * import { createTempProject, pluginPackage } from "floe-testing";
 *
 * using project = createTempProject({
 *   layout: "pnpm-isolated",
 *   packages: { "my-plugin": pluginPackage({ type: "floe.computes", name: "mine" }) },
 * });
 * const registry = new PluginRegistry({ cwd: project.path });
 * console.log(registry.discoverAll().entryPoints.map(({ key }) => key)); // [ 'floe.computes:mine' ]
 * ```
 */
export function createTempProject(options: TempProjectOptions = {}): TempProject {
  const { layout = "npm-flat", name = "temp-app", packages = {}, floeCore = "shared" } = options;
  const planned = planPackages(packages, { name, floeCore });
  const placement = placePackages(planned.graph, layout);
  const root = mkdtempSync(join(realpathSync(tmpdir()), "floe-project-"));
  const remove = (): void => rmSync(root, { recursive: true, force: true });
  const path = join(root, placement.application);
  const folders = new Map<string, string>();
  try {
    for (const { folder, id } of placement.folders) {
      if (!folders.has(id)) folders.set(id, join(root, folder));
      writePackage(join(root, folder), id, planned);
    }
    for (const { at, to } of placement.links) writeLink(join(root, at), isAbsolute(to) ? to : join(root, to));
    writeFiles(root, placement.files);
    const fields = { floe: options.floe, manifest: options.manifest };
    const declared = planned.declaredByApplication;
    writeTempFile(join(path, "package.json"), manifestText({ name, version: "1.0.0", declared, ...fields }));
    writeFiles(path, options.files ?? {});
  } catch (error) {
    remove();
    throw error;
  }
  return {
    path,
    root,
    packagePath(key) {
      const folder = folders.get(key);
      if (folder !== undefined) return folder;
      throw new RangeError(`Cannot find package "${key}": the project has ${[...folders.keys()].join(", ") || "none"}`);
    },
    write(file, content) {
      const target = resolve(path, file);
      const inside = relative(root, target);
      if (inside === "" || inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
        throw new RangeError(`Cannot write ${file}: it is not inside the project`);
      }
      writeTempFile(target, content);
      return target;
    },
    remove,
    [Symbol.dispose]: remove,
  };
}

function writePackage(folder: string, id: string, { graph, declared }: PlannedPackages): void {
  const node = graph.nodes.get(id);
  if (node?.content.kind === "floe-core") return copyFloeCore(folder, node.content.versions);
  if (node?.content.kind !== "written") return;
  const { name, version } = node;
  const { spec } = node.content;
  const { floe, floeText, manifest } = spec;
  writeTempFile(join(folder, "package.json"), manifestText({ name, version, declared: declared(id), floe, floeText, manifest }));
  writeFiles(folder, spec.files ?? {});
}

function writeFiles(folder: string, files: Readonly<Record<string, TempFile>>): void {
  for (const [path, file] of Object.entries(files)) writeTempFile(join(folder, path), file);
}

/** Relative, as package managers write them: a project can be moved. */
function writeLink(at: string, to: string): void {
  writeTempFile(at, { symlink: relative(dirname(at), to) });
}
