import type { HealthState, LoadStage, PluginType, SkipCode, StaticPluginEntry } from "floe-core";
import type { ContractClause } from "../contract/contract-clause.ts";
import type { InvalidConfig } from "../contract/contract-options.ts";
import type { ContractSamples } from "../contract/contract-samples.ts";
import type { TempPackage } from "../temp-project/temp-package.ts";

/**
 * Where on its way through a registry a broken plugin is met, and with what: on the way to `discover`, `load`,
 * `configure`, `start`, `check` (its health) or `stop` it. `none`: the registry cannot see it, which leaves it
 * to the contract suites.
 */
export type BrokenOutcome =
  | { readonly step: "discover"; readonly skip: SkipCode }
  | {
      readonly step: "load";
      readonly code: string;
      /** For a PluginLoadError. */
      readonly stage?: LoadStage;
      /** For a PluginContractError: every member at fault, sorted. */
      readonly members?: readonly string[];
    }
  | { readonly step: "configure" | "start" | "stop"; readonly code: string }
  | { readonly step: "check"; readonly state: HealthState; readonly reason: string }
  | { readonly step: "none" };

/** A plugin that breaks one promise, and keeps all others as far as that can be. */
export interface BrokenPlugin {
  /** Unique and stable. */
  readonly id: string;
  /** What is wrong, as the end of the sentence "a plugin ...". */
  readonly title: string;
  readonly violates: ContractClause;
  /** Clauses that it cannot but break as well. Default: none. */
  readonly entails?: readonly ContractClause[];
  readonly type: PluginType;
  /** The plugin's name under `type`. */
  readonly name: string;
  /** As an entry for `mockDiscovery`, or, if its module is what is broken, as a package for `createTempProject`. */
  readonly source:
    | { readonly kind: "entry"; readonly entry: StaticPluginEntry }
    | { readonly kind: "package"; readonly package: TempPackage };
  /** What to configure it with. Default: nothing. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What its schema has to refuse, and does not, or not as it should. Default: nothing. */
  readonly invalid?: readonly InvalidConfig[];
  /** What a contract suite has to know to see what is wrong. Default: nothing. */
  readonly samples?: ContractSamples;
  /** A configuration with which there is nothing to reach. Default: none. */
  readonly unreachable?: Readonly<Record<string, unknown>>;
  /** A text that must not show up in any error, report or log. */
  readonly secret?: string;
  readonly expected: BrokenOutcome;
  /** Undoes what it leaves in this process; to be called after its use. */
  readonly cleanUp?: () => void;
}
