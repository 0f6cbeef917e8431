import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const example = path.resolve(import.meta.dirname, "../../../examples/flights");

const SELECTED = "{ type: local }";

/** A copy of examples/flights. */
export interface Flights extends AsyncDisposable {
  readonly root: string;
  readonly database: string;
  /** Has another orchestrator run it: what floe.yaml says behind `type:`. */
  orchestrate(orchestrator: string): Promise<void>;
  /** The names of its transforms. */
  readonly transforms: readonly string[];
}

/** Copies examples/flights into a folder of its own, with `orchestrator` in the place of `local` behind `type:`. */
export async function copyFlights(orchestrator: string): Promise<Flights> {
  const root = await mkdtemp(path.join(tmpdir(), "floe-flights-"));
  for (const part of ["package.json", "models"]) await cp(path.join(example, part), path.join(root, part), { recursive: true });
  await symlink(path.join(example, "node_modules"), path.join(root, "node_modules"), "dir");
  const text = await readFile(path.join(example, "floe.yaml"), "utf8");
  if (!text.includes(SELECTED)) throw new Error("examples/flights/floe.yaml selects its orchestrator in another way");
  const orchestrate = (other: string): Promise<void> => writeFile(path.join(root, "floe.yaml"), text.replace(SELECTED, `{ type: ${other} }`));
  await orchestrate(orchestrator);
  return {
    root,
    orchestrate,
    database: path.join(root, "data/flights.duckdb"),
    transforms: ["airport_delays", "airports", "daily_delays", "hourly_punctuality", "routes", "staging_audit", "stg_flights", "worst_routes"],
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
