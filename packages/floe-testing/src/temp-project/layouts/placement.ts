/** Where a layout puts everything. Paths are relative to the project's root, with `/`. */
export interface Placement {
  /** The application's folder; empty for the root itself. */
  readonly application: string;
  /** Real folders, each with the id of the package that stands there. One package may stand in several. */
  readonly folders: readonly { readonly folder: string; readonly id: string }[];
  /** Symbolic links: where, and to which folder of the project or, if absolute, outside of it. */
  readonly links: readonly { readonly at: string; readonly to: string }[];
  /** What the package manager leaves behind besides packages: path to text. */
  readonly files: Readonly<Record<string, string>>;
  /** What Node has to be told before the script, if it does not find the packages by itself. */
  readonly nodeArguments?: readonly string[];
}
