import type { PluginMetadata } from "floe-core";
import type { LeftResource } from "../../registry/resource-tracker.ts";
import { ResourceTracker } from "../../registry/resource-tracker.ts";
import type { BaseClause } from "../base-clause.ts";
import { blame } from "../base/blame.ts";
import type { Clause } from "../clause.ts";
import { ensure, NotTried } from "../contract-breach.ts";
import { running, type Ending } from "../trial/ending.ts";
import { OutputWatch } from "../trial/output-watch.ts";
import type { Trial } from "../trial/trial.ts";
import { rememberWorld, type WorldChanges } from "../trial/world.ts";
import { PACKAGE_TITLES } from "./package-titles.ts";

/** What was seen of a process when a plugin was imported into it for the first time. */
interface ImportSeen {
  readonly ending: Ending<PluginMetadata>;
  readonly printed: readonly string[];
  readonly left: readonly LeftResource[];
  readonly world: WorldChanges;
}

/** Failures after which nobody knows what the module would have done. */
const UNSEEN: ReadonlySet<BaseClause> = new Set(["load/is-discovered", "load/evaluates", "load/ends", "api/is-compatible"]);

/**
 * What a plugin promises of its import. A module is evaluated once in a process: the first of these clauses has to be
 * the first thing that is tried in a process of its own.
 */
export function importClauses(): readonly Clause[] {
  let seen: Promise<ImportSeen> | undefined;
  const clause = (id: Extract<BaseClause, `import/${string}`>, judge: (what: ImportSeen) => void): Clause => ({
    id,
    title: PACKAGE_TITLES[id],
    async check(trial) {
      const what = await (seen ??= watchImport(trial));
      ensureSeen(what.ending);
      judge(what);
    },
  });
  return [
    clause("import/prints-nothing", ({ printed }) => {
      ensure(printed.length === 0, () => `Importing it prints ${JSON.stringify(printed.join("").slice(0, 200))}`);
    }),
    clause("import/leaves-globals-alone", ({ world: { globals } }) => {
      ensure(globals.length === 0, () => `Importing it changes ${globals.join(", ")}`);
    }),
    clause("import/leaves-prototypes-alone", ({ world: { prototypes } }) => {
      ensure(prototypes.length === 0, () => `Importing it changes ${prototypes.join(", ")}`);
    }),
    clause("import/starts-nothing", ({ left }) => {
      const inWords = (): string => left.map(({ type, at }) => `a ${type}${at === "" ? "" : `, made at ${at}`}`).join("; ");
      ensure(left.length === 0, () => `Importing it leaves ${inWords()}`);
    }),
  ];
}

async function watchImport(trial: Trial): Promise<ImportSeen> {
  const { declaration } = trial;
  // Discovery is over before anything is watched.
  trial.registry.list();
  const [tracker, output, changes] = [new ResourceTracker(), new OutputWatch(), rememberWorld()];
  let ending: Ending<PluginMetadata>;
  try {
    ending = await tracker.run(() => output.run(() => running(() => trial.load()))).within(declaration.limits.callMs);
  } finally {
    output.end();
  }
  const left = await tracker.end();
  return { ending, printed: output.printed, left, world: changes() };
}

/** @throws NotTried if the module was not evaluated to its end. */
function ensureSeen(ending: Ending): void {
  if (ending.kind === "returned") return;
  const clauses = ending.kind === "pending" ? (["load/ends"] as const) : blame(ending.error).map(({ clause }) => clause);
  const unseen = clauses.find((id) => UNSEEN.has(id));
  if (unseen !== undefined) throw new NotTried(`it was not imported: see ${unseen}`);
}
