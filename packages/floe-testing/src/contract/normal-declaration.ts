import type { ContractClause } from "./contract-clause.ts";
import type { ContractDeclaration, ContractLimits, InvalidConfig, RawConfig } from "./contract-options.ts";
import type { ContractSamples } from "./contract-samples.ts";

/** A configuration that has to be refused; without a `field`, with the name of any. */
export type RefusedConfig = { readonly config: RawConfig; readonly field: string | undefined };

/** A declaration with every default filled in. */
export interface NormalDeclaration {
  /** At least one. */
  readonly valid: readonly [RawConfig, ...RawConfig[]];
  readonly invalid: readonly RefusedConfig[];
  readonly unreachable: RawConfig | undefined;
  readonly secrets: readonly string[];
  readonly skip: Readonly<Partial<Record<ContractClause, string>>>;
  readonly samples: ContractSamples;
  readonly limits: ContractLimits;
}

/** What was declared, in one form. */
export function normalDeclaration(
  declaration: ContractDeclaration & { readonly limits?: Partial<ContractLimits> | undefined },
): NormalDeclaration {
  const { valid = {}, invalid = [], unreachable, secrets = [], skip = {}, samples = {}, limits = {} } = declaration;
  const [first = {}, ...others] = isList(valid) ? valid : [valid];
  return {
    valid: [first, ...others],
    invalid: invalid.map((one) => (isWithField(one) ? one : { config: one, field: undefined })),
    unreachable,
    secrets,
    skip,
    samples,
    limits: { callMs: limits.callMs ?? 2000, signalMs: limits.signalMs ?? 1000 },
  };
}

/** `Array.isArray` does not narrow a read-only list. */
function isList<Element>(value: Element | readonly Element[]): value is readonly Element[] {
  return Array.isArray(value);
}

function isWithField(one: InvalidConfig | RawConfig): one is InvalidConfig {
  const { config, field } = one;
  return typeof field === "string" && typeof config === "object" && config !== null && Object.keys(one).length === 2;
}
