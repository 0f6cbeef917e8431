import { randomUUID } from "node:crypto";
import type { ComputePlugin, ComputeSession, MaterializeRequest, MaterializeResult, QueryParameters } from "floe-core";
import type { ComputeClause } from "./compute-clause.ts";
import type { Clause } from "../../clause.ts";
import { ALIVE } from "../../base/lifecycle-clauses.ts";
import { ensure, NotOffered } from "../../contract-breach.ts";
import type { ContractSamples } from "../../contract-samples.ts";
import type { Trial } from "../../trial/trial.ts";
import { STANDARD_SQL } from "./standard-sql.ts";

/** A session to try, and statements to try it with. Every call has to end in time. */
export class SqlBench {
  readonly trial: Trial<ComputePlugin>;
  readonly plugin: ComputePlugin;
  readonly session: ComputeSession;
  readonly sql: Required<NonNullable<ContractSamples["sql"]>>;

  constructor(trial: Trial<ComputePlugin>, plugin: ComputePlugin, session: ComputeSession) {
    this.trial = trial;
    this.plugin = plugin;
    this.session = session;
    this.sql = { ...STANDARD_SQL, ...trial.declaration.samples.sql };
  }

  /** Runs a statement for its effect. */
  async execute(sql: string): Promise<void> {
    await this.trial.call("execute", (signal) => this.session.execute(sql, undefined, { signal }));
  }

  /** The rows of a statement, as lists of values: engines differ in how they write names and numbers. */
  async query(sql: string, parameters?: QueryParameters): Promise<readonly (readonly unknown[])[]> {
    const rows: unknown = await this.trial.call("query", (signal) => this.session.query(sql, parameters, { signal }));
    ensure(Array.isArray(rows) && rows.every(isRow), "query answers with something that is no list of rows as objects");
    return rows.map((row: object) => Object.values(row).map(comparable));
  }

  /** Makes what is asked for. */
  async materialize(request: MaterializeRequest): Promise<MaterializeResult> {
    return this.trial.call("materialize", (signal) => this.session.materialize(request, { signal }));
  }

  /** @throws ContractBreach unless the session still runs statements. */
  async ensureUsable(after: string): Promise<void> {
    const rows = await this.query("SELECT 1 AS one");
    ensure(rows[0]?.[0] === 1, `${after}, the session runs no statements any more`);
  }
}

/** Opens a session of a started plugin. @throws NotOffered if it has none. */
export async function openBench(trial: Trial<ComputePlugin>): Promise<SqlBench> {
  const plugin = await trial.start();
  if (plugin.openSession === undefined) throw new NotOffered("it runs no SQL in this process: openSession is optional");
  const open = plugin.openSession.bind(plugin);
  return new SqlBench(trial, plugin, await trial.call("openSession", (signal) => open({ signal })));
}

/** A clause that is tried in a session of its own. */
export function sessionClause(
  id: ComputeClause,
  title: string,
  check: (bench: SqlBench) => Promise<void>,
  after: readonly ComputeClause[] = ["compute/session-answers-rows"],
): Clause<ComputePlugin> {
  return { id, title, after: [...ALIVE, ...after], check: async (trial) => check(await openBench(trial)) };
}

/** A name that no table has. */
export function freshName(): string {
  return `floe_contract_${randomUUID().slice(0, 8)}`;
}

function isRow(row: unknown): row is object {
  return typeof row === "object" && row !== null && !Array.isArray(row);
}

/** Drivers give whole numbers as numbers, bigints or texts. */
function comparable(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}
