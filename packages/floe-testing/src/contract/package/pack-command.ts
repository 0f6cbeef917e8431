import { detect } from "package-manager-detector/detect";

/** The command that makes a package's tarball. */
export interface PackCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Where it is started. */
  readonly cwd: string;
  /** The same by way of npx, for where the package manager itself is not installed. */
  readonly otherwise?: { readonly command: string; readonly args: readonly string[] };
}

/**
 * How the author of the package in `folder` would pack it, into the folder `to`, without running its scripts: a
 * build that was forgotten has to show. pnpm and Yarn put versions in the place of `workspace:` and `catalog:`, and
 * apply `publishConfig`; everything else is packed by npm.
 */
export async function packCommand(folder: string, to: string): Promise<PackCommand> {
  const found = await detect({ cwd: folder, strategies: ["lockfile", "packageManager-field", "devEngines-field"] });
  switch (found?.agent) {
    case "pnpm":
    case "pnpm@6": {
      const args = ["pack", "--config.ignore-scripts=true", "--pack-destination", to];
      const exact = found.version === undefined ? "pnpm" : `pnpm@${found.version}`;
      return { command: "pnpm", args, cwd: folder, otherwise: { command: "npx", args: ["--yes", "--prefer-offline", exact, ...args] } };
    }
    case "yarn@berry":
      return { command: "yarn", args: ["pack", "--out", `${to}/package.tgz`], cwd: folder };
    default: {
      const quiet = ["--loglevel=error", "--no-update-notifier", "--no-audit", "--no-fund"];
      // Started elsewhere, so that a workspace around the package is not what is packed.
      return { command: "npm", args: ["pack", folder, "--ignore-scripts", "--pack-destination", to, ...quiet], cwd: to };
    }
  }
}
