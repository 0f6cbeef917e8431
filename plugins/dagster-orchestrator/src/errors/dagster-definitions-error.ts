import { PluginError } from "floe-core";

/** One thing that Dagster would refuse. */
export interface DefinitionsProblem {
  /** The transform's name; null for what concerns the whole product. */
  readonly transform: string | null;
  /** Where the value is written, for example `meta.dagster.owners[0]`, or what it is, for example `name`. */
  readonly place: string;
  /** The offending value, as it was read from JSON. */
  readonly value: unknown;
  /** Why it is refused, in one clause. */
  readonly reason: string;
  /** What to do, as one sentence. */
  readonly remedy: string;
}

/** A product that Dagster would refuse, or would run wrongly. Every problem is listed. */
export class DagsterDefinitionsError extends PluginError {
  readonly problems: readonly DefinitionsProblem[];

  constructor(problems: readonly DefinitionsProblem[]) {
    super("FLOE_DAGSTER_DEFINITIONS", `Cannot define the product in Dagster: ${problems.map(sentence).join("; ")}`, {
      hint: [...new Set(problems.map(({ remedy }) => remedy))].join(" "),
    });
    this.problems = Object.freeze([...problems]);
  }
}

/** A longer value is cut: it is there to be recognised. */
const SHOWN = 80;

function sentence({ transform, place, value, reason }: DefinitionsProblem): string {
  const text = JSON.stringify(value ?? null);
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return `${transform === null ? "" : `transform "${transform}": `}${place} ${shown}: ${reason}`;
}
