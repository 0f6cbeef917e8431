import type { PluginType, PluginTypes } from "floe-core";
import { ContractBreach } from "./contract-breach.ts";
import type { ContractOptions } from "./contract-options.ts";
import type { ContractTest } from "./contract-test.ts";
import { prepareContract } from "./run-contract.ts";
import { skipTest } from "./skip-test.ts";

/** What `describe...Contract` is given: a runner, and what `runContract` takes. */
export interface DescribeContractOptions<Type extends PluginType> extends ContractOptions<PluginTypes[Type]> {
  readonly test: ContractTest;
}

/**
 * In the time that a hook has. A runner's own limit is often shorter than a hook that hangs, and would say less. A test
 * that is run alone tries what its clause comes after, too.
 */
const PATIENCE = 30;

/**
 * Describes the contract of a type to a test runner: one test per clause, named after it. A clause that is
 * skipped or cannot be tried is skipped with the reason.
 *
 * @throws ContractSetupError if `package` has no such plugin, nothing stands in for what the plugin depends on, or what
 * is declared makes no sense.
 */
export function describeContract<Type extends PluginType>(type: Type, options: DescribeContractOptions<Type>): void {
  const { test, ...others } = options;
  const run = prepareContract(type, others as ContractOptions<PluginTypes[Type]>);
  const { callMs, signalMs } = run.limits;
  const timeoutMs = PATIENCE * (callMs + signalMs);
  test.describe(`${type} contract`, () => {
    keepProcess(test);
    for (const clause of run.clauses) {
      test.it(`${clause.id}: ${clause.title}`, async (...given) => {
        const { result, reason } = await run.outcome(clause);
        if (result === "broken") throw new ContractBreach(reason);
        if (result !== "kept") skipTest(given[0], `${result}: ${reason}`);
      }, timeoutMs);
    }
  });
}

/** What a plugin does to the environment and the working directory must not reach the next test. */
function keepProcess({ beforeEach, afterEach }: ContractTest): void {
  let before = { env: process.env, cwd: process.cwd() };
  beforeEach?.(() => {
    before = { env: { ...process.env }, cwd: process.cwd() };
  });
  afterEach?.(() => {
    for (const name of Object.keys(process.env)) if (!Object.hasOwn(before.env, name)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before.env);
    if (process.cwd() !== before.cwd) process.chdir(before.cwd);
  });
}
