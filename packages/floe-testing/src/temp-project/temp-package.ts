import type { TempFile } from "./temp-file.ts";

/** Which field of a package.json a dependency stands in. */
export type DependencyField = "dependencies" | "devDependencies" | "optionalDependencies" | "peerDependencies";

/** What a copy of floe-core says of itself. */
export interface FloeCoreVersions {
  /** The package's version. Default: the original's. */
  readonly version?: string;
  /** The plugin API it speaks. Default: the original's. */
  readonly apiVersion?: string;
}

/**
 * How a package comes by floe-core: the one that floe-testing itself runs on, through a symbolic link; a real
 * copy in a folder of its own, with its own versions if need be; or not at all.
 */
export type FloeCoreInstall = "shared" | "copy" | FloeCoreVersions | "none";

/** One package of a temporary project. An empty object is a package without plugins. */
export interface TempPackage {
  /** Default: its key in the table. Two keys may share a name: then there are two of it. */
  readonly name?: string;
  /** Default: `1.0.0`. */
  readonly version?: string;
  /** The `floe` block, any JSON. Default: none. */
  readonly floe?: unknown;
  /** The `floe` block as raw text, for what no JavaScript value can say. Wins over `floe`. */
  readonly floeText?: string;
  /** More fields of the package.json, in place of what would be written; undefined leaves a field out. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Relative path to what stands there. A `package.json` here replaces the whole one. */
  readonly files?: Readonly<Record<string, TempFile>>;
  /** Packages it depends on: keys of the table, or names that nothing installs. Default: none. */
  readonly dependencies?: readonly string[];
  /** Keys of packages that depend on it. Default: none. */
  readonly of?: string | readonly string[];
  /** Whether, or in which field, the application depends on it. Default: in `dependencies`, unless `of` is set. */
  readonly direct?: boolean | DependencyField;
  /** False for a package that is declared by others but not on disk. Default: true. */
  readonly isInstalled?: boolean;
  /** Whether it is a member of the workspace, where the layout has workspaces. Default: if it is direct. */
  readonly isWorkspace?: boolean;
  /** Default: `shared` with a `floe` block, else `none`. */
  readonly floeCore?: FloeCoreInstall;
}
