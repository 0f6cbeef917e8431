/** A folder that may hold an installed package. */
export interface InstalledFolder {
  /** Of several folders with one slot, the first that does hold a package hides the others. */
  readonly slot: string;
  /** What the package is called there. */
  readonly name: string;
  readonly folder: string;
  /** How far from the application, 1 or more. */
  readonly distance: number;
}

/** Called with a folder of packages that cannot be listed, and why. */
export type OnUnreadable = (folder: string, reason: unknown) => void;

/** How a package manager laid packages out on the disk. */
export interface PackageLayout {
  /**
   * Shows `look` the folders in which the package in `folder` may find a package called `name`, nearest
   * first, until it says that there is one (it answers something else than undefined). They may not exist.
   * `look` is asked about each folder until it has said so once; from then on the answer is `met`.
   */
  find<Found>(name: string, folder: string, look: (candidate: string) => Found | undefined): Found | "met" | undefined;
  /** Every package that the application in `folder` can see, nearest first. */
  installed(folder: string, onUnreadable: OnUnreadable): Iterable<InstalledFolder>;
  /** `place`, which is absolute and normalised, without symbolic links. Throws as `fs.realpathSync` does. */
  resolve(place: string): string;
  /** Whether there is a regular file at the resolved path `real`. Throws if there is nothing. */
  isFile(real: string): boolean;
  /** What two paths to one package have in common; `realFolder` has its symbolic links resolved. */
  identity(realFolder: string): string;
}
