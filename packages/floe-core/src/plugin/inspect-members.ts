import type { ContractViolation } from "../errors/plugin-contract-error.ts";
import { reasonOf } from "../errors/plugin-error.ts";
import { typeName } from "../text/type-name.ts";
import { isImplemented } from "./plugin-brand.ts";
import type { MemberKind, PluginTypeDefinition } from "./plugin-type-definition.ts";

/** Members of the common base that may be overridden, but only by a function. */
const BASE_HOOKS = ["getConfigSchema", "configure", "startup", "shutdown", "healthCheck"] as const;

/** An object whose members are looked at before anything is known of them. */
export type Inspected = Readonly<Record<string, unknown>>;

/** One member that a plugin type asks for. */
interface MemberRule {
  readonly member: string;
  readonly kind: MemberKind;
  readonly isRequired: boolean;
}

const NONE: readonly ContractViolation[] = Object.freeze([]);

/** What was found on an instance of a class that keeps its contract. */
interface Judged {
  readonly definition: PluginTypeDefinition;
  /** Its class's methods, and what it does without: another instance on which the same is found keeps the contract as well. */
  readonly members: readonly string[];
  readonly values: readonly unknown[];
  /** Those of the methods that no abstract class's default stands in for. */
  readonly required: readonly string[];
  /** What instances of one class may differ in: to be looked at in each. */
  readonly others: readonly MemberRule[];
}

/**
 * By class. To look at every member of every plugin in full is most of what registering thousands takes; to see that
 * each still is what it was takes a tenth of that, and notices what an instance, or later its class, has otherwise.
 */
const judgedByPrototype = new WeakMap<object, Judged>();

/** How the members that `definition` asks for break the contract, and those of the common base. */
export function inspectMembers(plugin: Inspected, definition: PluginTypeDefinition): readonly ContractViolation[] {
  const prototype = Object.getPrototypeOf(plugin) as object | null;
  const judged = prototype === null ? undefined : judgedByPrototype.get(prototype);
  const isJudged = judged?.definition === definition;
  if (isJudged && isAsJudged(plugin, prototype as object, judged)) return NONE;
  const rules = rulesOf(definition);
  const violations = rules.flatMap((rule) => inspectMember(plugin, rule) ?? []);
  if (violations.length > 0 || isJudged || prototype === null) return violations;
  judgedByPrototype.set(prototype, judge(plugin, prototype, definition, rules));
  return NONE;
}

function isAsJudged(plugin: Inspected, prototype: object, { members, values, required, others }: Judged): boolean {
  try {
    for (let index = 0; index < members.length; index += 1) {
      if (plugin[members[index] as string] !== values[index]) return false;
    }
  } catch {
    // A getter of this instance's own: what it throws is a violation.
    return false;
  }
  // The same method no longer counts if it went to an abstract class, or its class became one.
  for (const member of required) if (!isImplemented(prototype, member)) return false;
  for (const rule of others) if (inspectMember(plugin, rule) !== undefined) return false;
  return true;
}

function judge(plugin: Inspected, prototype: object, definition: PluginTypeDefinition, rules: readonly MemberRule[]): Judged {
  const isShared = ({ member, kind }: MemberRule): boolean => {
    if (Object.hasOwn(plugin, member)) return false;
    const property = inheritedProperty(prototype, member);
    // What a getter answers may be another function each time, and hold on to its instance.
    return property === undefined || (kind === "function" && typeof property.value === "function");
  };
  const shared = rules.filter(isShared);
  return {
    definition,
    members: shared.map(({ member }) => member),
    values: shared.map(({ member }) => inheritedProperty(prototype, member)?.value as unknown),
    required: shared.filter(({ isRequired }) => isRequired).map(({ member }) => member),
    others: rules.filter((rule) => !shared.includes(rule)),
  };
}

function inheritedProperty(prototype: object, member: string): PropertyDescriptor | undefined {
  for (let owner: object | null = prototype; owner !== null; owner = Reflect.getPrototypeOf(owner)) {
    const property = Reflect.getOwnPropertyDescriptor(owner, member);
    if (property !== undefined) return property;
  }
  return undefined;
}

function rulesOf({ required, optional = {} }: PluginTypeDefinition): readonly MemberRule[] {
  const rules: MemberRule[] = [];
  for (const [member, kind] of Object.entries(required)) rules.push({ member, kind, isRequired: true });
  for (const [member, kind] of Object.entries(optional)) rules.push({ member, kind, isRequired: false });
  for (const member of BASE_HOOKS) {
    if (!Object.hasOwn(required, member)) rules.push({ member, kind: "function", isRequired: false });
  }
  return rules;
}

function inspectMember(plugin: Inspected, { member, kind, isRequired }: MemberRule): ContractViolation | undefined {
  const expected = kind === "object" ? "an object" : `a ${kind}`;
  if (!isImplemented(plugin, member)) return isRequired ? { rule: "missing", member, expected, found: "nothing" } : undefined;
  let value: unknown;
  try {
    value = plugin[member];
  } catch (error) {
    return { rule: "readable", member, expected, found: `a getter that throws: ${reasonOf(error)}` };
  }
  if (typeName(value) === kind || (value === undefined && !isRequired)) return undefined;
  const isAbsent = value === undefined || (value === null && isRequired);
  const found = value === undefined ? "nothing" : typeName(value);
  return { rule: isAbsent ? "missing" : "kind", member, expected, found };
}
