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
  /**
   * What Node has to be told before the script to find the packages, as the package manager would tell it:
   * `node ...nodeArguments app.mjs`. Empty unless the layout is `yarn-pnp`.
   */
  readonly nodeArguments: readonly string[];
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
  const { name = "temp-app", packages = {}, floeCore = "shared" } = options;
  const planned = planPackages(packages, { name, floeCore });
  const root = mkdtempSync(join(realpathSync(tmpdir()), "floe-project-"));
  const remove = (): void => rmSync(root, { recursive: true, force: true });
  let written: WrittenProject;
  try {
    written = writeProject(root, planned, options);
  } catch (error) {
    remove();
    throw error;
  }
  const { path, folders, nodeArguments } = written;
  return {
    path,
    root,
    nodeArguments,
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

/** What was written, and where. */
interface WrittenProject {
  readonly path: string;
  /** By the ids of packages. */
  readonly folders: ReadonlyMap<string, string>;
  readonly nodeArguments: readonly string[];
}

function writeProject(root: string, planned: PlannedPackages, options: TempProjectOptions): WrittenProject {
  const { layout = "npm-flat", floe, manifest } = options;
  const { application, folders: placed, links, files, nodeArguments = [] } = placePackages(planned.graph, layout, root);
  const path = join(root, application);
  const folders = new Map<string, string>();
  for (const { folder, id } of placed) {
    if (!folders.has(id)) folders.set(id, join(root, folder));
    writePackage(join(root, folder), id, planned);
  }
  for (const { at, to } of links) writeLink(join(root, at), isAbsolute(to) ? to : join(root, to));
  writeFiles(root, files);
  const parts = { name: planned.graph.applicationName, version: "1.0.0", declared: planned.declaredByApplication };
  writeTempFile(join(path, "package.json"), manifestText({ ...parts, floe, manifest }));
  writeFiles(path, options.files ?? {});
  return { path, folders, nodeArguments };
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
