import path from "node:path";
import { run } from "./run.ts";

const workspace = path.resolve(import.meta.dirname, "../..");

/** Tarballs by the names of their packages. */
export type Tarballs = Readonly<Record<string, string>>;

/** Packs every public package of the workspace, which is all of packages/ and plugins/, into the folder `to`. */
export async function packPublicPackages(to: string): Promise<Tarballs> {
  const where = ["--filter", "./packages/*", "--filter", "./plugins/*"];
  return read(await run(workspace, "pnpm", ["-r", ...where, "pack", "--json", "--pack-destination", to]));
}

/** Packs the package in the folder `from` into the folder `to`, and resolves with the tarball. */
export async function packPackage(from: string, to: string): Promise<string> {
  const tarballs = Object.values(read(`[${await run(from, "pnpm", ["pack", "--json", "--pack-destination", to])}]`));
  if (tarballs[0] === undefined) throw new Error(`pnpm pack made no tarball of ${from}`);
  return tarballs[0];
}

function read(stdout: string): Tarballs {
  const packed = JSON.parse(stdout) as readonly { readonly name: string; readonly filename: string }[];
  return Object.fromEntries(packed.map(({ name, filename }) => [name, filename]));
}
