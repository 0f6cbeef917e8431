import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Tarballs } from "./pack.ts";

const example = path.resolve(import.meta.dirname, "../../examples/flights");

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The flights product as a user would have it: on packed packages, all of them, and on nothing of the workspace. */
export async function writeFlights(folder: string, tarballs: Tarballs): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const part of ["floe.yaml", "models"]) await cp(path.join(example, part), path.join(folder, part), { recursive: true });
  const manifest = JSON.parse(await readFile(path.join(example, "package.json"), "utf8")) as Manifest;
  const packed = Object.entries(tarballs).map(([name, tarball]) => [name, `file:${tarball}`] as const);
  const dependencies = { ...manifest.dependencies, ...Object.fromEntries(packed) };
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ name: "flights", private: true, type: "module", dependencies }));
  return folder;
}

/** What the product's steps write; nothing for the view. */
export const FLIGHTS_ROWS: Readonly<Record<string, number | undefined>> = {
  airport_delays: 229,
  airports: 3_376,
  daily_delays: 181,
  hourly_punctuality: 168,
  routes: 3_399,
  staging_audit: 1,
  stg_flights: 3_000_000,
  worst_routes: undefined,
};

/** The keys of the plugins that an installed package's manifest names. */
export async function pluginKeysOf(app: string, name: string): Promise<readonly string[]> {
  const text = await readFile(path.join(app, "node_modules", name, "package.json"), "utf8");
  const { floe = {} } = JSON.parse(text) as { readonly floe?: Readonly<Record<string, unknown>> };
  return Object.entries(floe).flatMap(([group, entries]) =>
    typeof entries === "object" && entries !== null ? Object.keys(entries).map((key) => `floe.${group}:${key}`) : [],
  );
}
