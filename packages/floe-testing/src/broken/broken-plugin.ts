import type { HealthState, LoadStage, PluginType, SkipCode, StaticPluginEntry } from "floe-core";
import type { TempPackage } from "../temp-project/temp-package.ts";

/** What a plugin promises, by a stable id: the area and the promise. */
export type ContractClause =
  | "load/evaluates"
  | "load/ends"
  | "load/exports-the-class"
  | "load/constructs"
  | "load/is-of-its-type"
  | "load/can-be-extended"
  | "import/prints-nothing"
  | "import/leaves-prototypes-alone"
  | "import/leaves-globals-alone"
  | "import/starts-nothing"
  | "api/is-well-formed"
  | "api/is-compatible"
  | "identity/name"
  | "identity/version"
  | "identity/description"
  | "identity/dependencies"
  | "identity/agrees-with-manifest"
  | "members/required"
  | "members/kind"
  | "members/readable"
  | "configuration/has-a-schema-or-null"
  | "configuration/schema-is-synchronous"
  | "configuration/schema-does-not-throw"
  | "configuration/schema-makes-an-object"
  | "configuration/schema-has-no-side-effects"
  | "configuration/accepts-what-its-schema-accepts"
  | "configuration/configure-is-synchronous"
  | "configuration/is-left-alone"
  | "configuration/secrets-stay-secret"
  | "startup/does-not-throw"
  | "startup/ends"
  | "startup/honours-its-signal"
  | "startup/can-be-repeated"
  | "shutdown/does-not-throw"
  | "shutdown/ends"
  | "shutdown/honours-its-signal"
  | "shutdown/is-safe-twice"
  | "shutdown/is-safe-without-startup"
  | "shutdown/stops-timers"
  | "shutdown/closes-handles"
  | "hooks/print-nothing"
  | "health/does-not-throw"
  | "health/ends"
  | "health/honours-its-signal"
  | "health/answers-a-status"
  | "health/is-honest";

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
  readonly type: PluginType;
  /** The plugin's name under `type`. */
  readonly name: string;
  /** As an entry for `mockDiscovery`, or, if its module is what is broken, as a package for `createTempProject`. */
  readonly source:
    | { readonly kind: "entry"; readonly entry: StaticPluginEntry }
    | { readonly kind: "package"; readonly package: TempPackage };
  /** What to configure it with. Default: nothing. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** A text that must not show up in any error, report or log. */
  readonly secret?: string;
  readonly expected: BrokenOutcome;
  /** Undoes what it leaves in this process; to be called after its use. */
  readonly cleanUp?: () => void;
}
